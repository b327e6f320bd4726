import type { ReactNode } from "react";
import { DateText } from "@/components/ui/date";
import { Heading } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/text-link";
import type { Change } from "@/lib/changes/types";
import { changePath, changeTitle, verdictWords } from "@/lib/changes/words";

const KINDS: Record<Change["kind"], string> = {
  "comparison-added": "New comparison",
  "verdict-changed": "Verdict changed",
  "technology-added": "New technology",
  "rating-changed": "New rating",
  import: "New on file",
};

/** Changes of one mind are what a reader comes back for: they stand out. */
const LOUD = new Set<Change["kind"]>(["verdict-changed", "rating-changed"]);

/** What changed, by day, newest first; a day is one of UTC. */
export function ChangeList({ changes }: { changes: Change[] }) {
  return (
    <ol className="space-y-12">
      {days(changes).map(({ day, entries }) => (
        <li key={day} className="grid gap-x-10 gap-y-3 md:grid-cols-[11rem_minmax(0,1fr)]">
          <Heading level={2} className="text-subheading md:sticky md:top-6 md:self-start md:pt-4">
            <DateText iso={day} />
          </Heading>
          <ul className="border-line border-t">
            {entries.map((change) => (
              <Entry key={change.id} change={change} />
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function Entry({ change }: { change: Change }) {
  return (
    <li className="border-line border-b py-4">
      <p className={`text-small ${LOUD.has(change.kind) ? "font-semibold text-ice" : "text-soft"}`}>
        {KINDS[change.kind]}
      </p>
      <p className="mt-0.5 font-display font-semibold text-xl leading-snug">
        {change.kind === "import" ? (
          changeTitle(change)
        ) : (
          <a href={changePath(change)} className="decoration-ice-line hover:underline">
            {changeTitle(change)}
          </a>
        )}
      </p>
      <More>{wordsOf(change)}</More>
    </li>
  );
}

function More({ children }: { children: ReactNode }) {
  return children ? <div className="mt-1.5 max-w-[66ch] space-y-1 leading-relaxed">{children}</div> : null;
}

function wordsOf(change: Change): ReactNode {
  switch (change.kind) {
    case "comparison-added":
      return change.summary && <p>{change.summary}</p>;
    case "technology-added":
      return <p>{change.summary}</p>;
    case "verdict-changed":
      return (
        <>
          <p>{verdictWords(change.from, change.to)}</p>
          {change.reason && <p>{change.reason}</p>}
          {change.byReader && <p className="text-soft">A reader disagreed first.</p>}
        </>
      );
    case "rating-changed":
      return null;
    case "import":
      return (
        <p className="text-soft">
          Too many to name. <TextLink href="/technologies">See all technologies.</TextLink>
        </p>
      );
  }
}

function days(changes: Change[]): { day: string; entries: Change[] }[] {
  const days: { day: string; entries: Change[] }[] = [];
  for (const change of changes) {
    const day = change.at.slice(0, 10);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(change);
    else days.push({ day, entries: [change] });
  }
  return days;
}
