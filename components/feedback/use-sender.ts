import { type FormEvent, useRef, useState } from "react";
import { ENTRY } from "@/lib/feedback/entry";
import type { Ticket } from "@/lib/feedback/ticket";
import { findKeptText, keepText } from "./kept-text";
import { fetchTicket, sendFeedback } from "./sending";

const TOO_OLD = "This form was open for too long. It is fresh again now: send it once more.";
const NO_PAIR = "This comparison is not on the site any more. Send it from the feedback page instead.";

/** Sends a form without leaving the page. `errors` are by field; `problem` is what no field stands for. */
export function useSender(pair: string, refused: Record<string, string> | null) {
  const [errors, setErrors] = useState(refused ?? {});
  const [problem, setProblem] = useState("");
  const [status, setStatus] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const asked = useRef<Promise<Ticket | null>>(null);
  /** Once sent, a ticket stays: a message whose answer was lost is the same message when it is sent again. */
  const used = useRef<Ticket | null>(null);

  /** The page may be a copy that many readers share: this form gets a key of its own. */
  const prepare = () => {
    asked.current ??= fetchTicket();
  };
  const keep = (form: HTMLFormElement) => keepText(pair, { fields: textsOf(form), ticket: used.current });
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const form = event.currentTarget;
    setBusy(true);
    setProblem("");
    prepare();
    used.current ??= findKeptText(pair)?.ticket ?? (await asked.current) ?? ticketOf(form);
    keep(form);
    const answer = await sendFeedback({ ...textsOf(form), ...used.current });
    setBusy(false);
    if (answer.kind === "failed") return setProblem(answer.message);
    if (answer.kind === "stored") {
      keepText(pair, null);
      return setStatus(answer.status);
    }
    setErrors(answer.errors);
    if (ENTRY.pair in answer.errors) return setProblem(NO_PAIR);
    if (ENTRY.key in answer.errors || ENTRY.stamp in answer.errors) {
      [asked.current, used.current] = [null, null];
      keep(form);
      setProblem(TOO_OLD);
    }
  };
  return { errors, problem, status, busy, prepare, keep, submit };
}

function textsOf(form: HTMLFormElement): Record<string, string> {
  return Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
}

/** The one that the page came with. */
function ticketOf(form: HTMLFormElement): Ticket {
  const { [ENTRY.key]: key = "", [ENTRY.stamp]: stamp = "" } = textsOf(form);
  return { key, stamp };
}
