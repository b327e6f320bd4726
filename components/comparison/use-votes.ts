import { type FormEvent, useCallback, useState } from "react";
import type { Tally, VoteChoice, Voted } from "@/lib/votes/choices";

const PATIENCE_MS = 15_000;
const FAILED = "Your vote could not be counted just now. Try again in a moment.";

/** The votes on a verdict, and the reader's own. `mine`: what they have voted since the page was opened. */
export function useVotes(verdict: { pair: string; pick: string }, first: Tally) {
  const { pair, pick } = verdict;
  const [tally, setTally] = useState(first);
  const [mine, setMine] = useState<VoteChoice | null>(null);
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);

  const refresh = useCallback(async () => {
    const answer = await ask<Tally>(`/api/votes?${new URLSearchParams({ pair, pick })}`, {});
    if (answer.ok) setTally(answer.value);
  }, [pair, pick]);

  const vote = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const button = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement;
    setBusy(true);
    setProblem("");
    const answer = await ask<Voted>("/api/votes", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ pair, pick, choice: button.value }),
    });
    setBusy(false);
    if (!answer.ok) return setProblem(answer.message);
    const { agrees, disagrees, choice } = answer.value;
    setTally({ agrees, disagrees });
    setMine(choice);
  };
  return { tally, mine, problem, busy, refresh, vote };
}

async function ask<T>(
  path: string,
  init: RequestInit,
): Promise<{ ok: true; value: T } | { ok: false; message: string }> {
  try {
    const response = await fetch(path, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) });
    const answer = await response.json();
    return response.ok ? { ok: true, value: answer } : { ok: false, message: answer.message ?? FAILED };
  } catch {
    return { ok: false, message: FAILED };
  }
}
