"use client";

import { createContext, type ReactNode, useContext, useEffect, useRef } from "react";
import { cardClass } from "@/components/ui/card";
import { SUBMIT } from "@/components/ui/form-look";
import { fillIn, findKeptText } from "./kept-text";
import { useSender } from "./use-sender";

const ErrorsContext = createContext<Record<string, string>>({});

/** What is wrong with a field of the form around: the rest of a sentence that its label begins. */
export function useFieldError(name: string): string | undefined {
  return useContext(ErrorsContext)[name];
}

type Props = {
  pair: string;
  /** What was wrong when the form was sent without a script. */
  refused: Record<string, string> | null;
  /** Takes the place of the form once it is sent, with the private link below. */
  thanks: ReactNode;
  children: ReactNode;
};

/**
 * The form around its fields, which the server has made and which work without this. With it a message is sent
 * without leaving the page, and whatever happens, what was typed stays.
 */
export function FeedbackSender({ pair, refused, thanks, children }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const { errors, problem, status, busy, prepare, keep, submit } = useSender(pair, refused);
  useEffect(() => {
    // A form that came back refused has what was typed in it.
    if (form.current && !refused) fillIn(form.current, findKeptText(pair)?.fields ?? {});
  }, [pair, refused]);
  useEffect(() => {
    const fields = form.current?.querySelectorAll<HTMLInputElement>("[id^=feedback-][name]") ?? [];
    [...fields].find(({ name }) => name in errors)?.focus();
  }, [errors]);
  if (status !== null) return <Stored path={status}>{thanks}</Stored>;
  return (
    <ErrorsContext value={errors}>
      <form
        ref={form}
        method="post"
        action="/api/feedback"
        noValidate
        className="space-y-6"
        onFocus={prepare}
        onInput={(event) => keep(event.currentTarget)}
        onSubmit={submit}
      >
        {children}
        <div aria-live="assertive">
          {problem && <p className="rounded-lg border border-bad bg-raised px-4 py-3 text-bad">{problem}</p>}
        </div>
        <button
          type="submit"
          aria-disabled={busy || undefined}
          className={`${SUBMIT} w-full aria-disabled:cursor-progress aria-disabled:opacity-60 sm:w-auto`}
        >
          {busy ? "Sending…" : "Send to the editors"}
        </button>
      </form>
    </ErrorsContext>
  );
}

/** Whoever sent it is led here, wherever the focus was. */
function Stored({ path, children }: { path: string; children: ReactNode }) {
  const region = useRef<HTMLDivElement>(null);
  useEffect(() => region.current?.focus(), []);
  return (
    <div ref={region} tabIndex={-1} className={`${cardClass("lit")} space-y-3 p-6 text-lg leading-relaxed`}>
      {children}
      <a href={path} className="font-semibold text-ice underline">
        See what comes of it
      </a>
    </div>
  );
}
