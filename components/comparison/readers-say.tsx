"use client";

import { useEffect, useRef, useState } from "react";
import type { Tally, VoteChoice } from "@/lib/votes/choices";
import { tallyWords } from "./tally-words";
import { useVotes } from "./use-votes";
import { VoteButton } from "./vote-button";

type Props = {
  /** The pair as in its address, and the slug that the verdict picks, or "none". */
  pair: string;
  pick: string;
  tally: Tally;
};

const SAID: Record<VoteChoice, string> = {
  agree: "You agree.",
  disagree: "You disagree.",
  none: "Your vote is taken back.",
};

/** How readers stand to the verdict, and a vote of one's own: a plain form, which with a script stays on the page. */
export function ReadersSay({ pair, pick, tally: first }: Props) {
  const section = useRef<HTMLElement>(null);
  const [changing, setChanging] = useState(false);
  const { tally, mine, problem, busy, refresh, vote } = useVotes({ pair, pick }, first);
  const settled = mine !== null && mine !== "none" && !changing;
  useEffect(() => {
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      void refresh();
    });
    if (section.current) observer.observe(section.current);
    return () => observer.disconnect();
  }, [refresh]);
  useEffect(() => {
    // What was pressed has made way for something else, which takes over the focus.
    if (mine !== null)
      section.current?.querySelector<HTMLElement>(settled ? "button" : "form button")?.focus();
  }, [mine, settled]);
  return (
    <section ref={section} aria-labelledby="readers" className="space-y-4 text-center print:hidden">
      <h2 id="readers" className="text-heading">
        Do you agree?
      </h2>
      <Balance {...tally} />
      <p className="text-soft">{tallyWords(tally)}</p>
      <div aria-live="polite" className="space-y-2">
        {mine && <p className="font-semibold text-ice text-lg">{SAID[mine]}</p>}
        {problem && <p className="text-bad">{problem}</p>}
      </div>
      {settled ? (
        <button
          type="button"
          onClick={() => setChanging(true)}
          className="min-h-8 cursor-pointer px-2 text-ice underline decoration-ice-line hover:decoration-current"
        >
          Change
        </button>
      ) : (
        <form
          method="post"
          action="/api/votes"
          onSubmit={(event) => void vote(event).then(() => setChanging(false))}
          className="flex flex-wrap justify-center gap-3"
        >
          <input type="hidden" name="pair" value={pair} />
          <input type="hidden" name="pick" value={pick} />
          <VoteButton choice="agree" busy={busy}>
            Agree
          </VoteButton>
          <VoteButton choice="disagree" busy={busy}>
            Disagree
          </VoteButton>
          {mine !== null && mine !== "none" && (
            <VoteButton choice="none" busy={busy}>
              Take it back
            </VoteButton>
          )}
        </form>
      )}
    </section>
  );
}

/** The words below it, to the eye. */
function Balance({ agrees, disagrees }: Tally) {
  if (agrees + disagrees === 0) return null;
  return (
    <div aria-hidden="true" className="mx-auto flex h-2 max-w-sm gap-0.5 overflow-hidden rounded-full">
      <div className="bg-ice" style={{ flexGrow: agrees }} />
      <div className="bg-line" style={{ flexGrow: disagrees }} />
    </div>
  );
}
