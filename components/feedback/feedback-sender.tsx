"use client";

import { createContext, type ReactNode, useContext, useEffect, useRef } from "react";
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
  children: ReactNode;
};

/**
 * The form around its fields, which the server has made and which work without this. With it a message is sent
 * without leaving the page, and whatever happens, what was typed stays.
 */
export function FeedbackSender({ pair, refused, children }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const { errors, problem, status, busy, prepare, keep, submit } = useSender(pair, refused);
  useEffect(() => {
    // A form that came back refused has what was typed in it.
    if (form.current && !refused) fillIn(form.current, findKeptText(pair)?.fields ?? {});
  }, [pair, refused]);
  useEffect(() => {
    if (Object.keys(errors).length === 0) return;
    form.current?.querySelector<HTMLElement>("[aria-invalid=true], [data-invalid] input")?.focus();
  }, [errors]);
  if (status !== null) return <Stored path={status} />;
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
          className="w-full rounded-lg bg-ink px-6 py-3 font-semibold text-paper hover:bg-ice aria-disabled:cursor-progress aria-disabled:opacity-60 sm:w-auto"
        >
          {busy ? "Sending…" : "Send to the editors"}
        </button>
      </form>
    </ErrorsContext>
  );
}

/** In place of the form. Whoever sent it is led here, wherever the focus was. */
function Stored({ path }: { path: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="space-y-3 rounded-2xl border border-ice-line bg-ice-wash p-6 text-lg leading-relaxed">
      <h3 ref={heading} tabIndex={-1} className="font-bold text-2xl tracking-tight">
        Thank you. We have it.
      </h3>
      <p>Your message is stored, and on its way to our editors.</p>
      <p>
        <a href={path} className="font-semibold text-ice underline">
          See what comes of it
        </a>
      </p>
      <p className="text-base text-soft">
        That link is private: keep it, nobody else has it. It is also where you can have all of this erased.
      </p>
    </div>
  );
}
