import type { ReactNode } from "react";
import { AgoText } from "@/components/ui/ago";
import type { ChangeEntry, DraftEntry } from "@/lib/drafts/list-queries";
import { itemPath } from "./item-path";
import { StandingTag } from "./standing-tag";

/** What somebody was writing. */
export function DraftList({ drafts, now }: { drafts: DraftEntry[]; now: string }) {
  if (drafts.length === 0) return <Nothing>No draft of yours waits.</Nothing>;
  return (
    <ul>
      {drafts.map((draft) => (
        <Row key={draft.id} href={itemPath(draft.type, draft.id)} title={draft.title}>
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <StandingTag standing={draft} />
            <span>
              {draft.type}, saved <AgoText iso={draft.savedAt} now={now} /> by {draft.savedBy}
            </span>
          </span>
        </Row>
      ))}
    </ul>
  );
}

/** What happened to the site and its drafts, by anybody. */
export function ChangeList({ changes, now }: { changes: ChangeEntry[]; now: string }) {
  if (changes.length === 0) return <Nothing>Nobody has changed anything yet.</Nothing>;
  return (
    <ul>
      {changes.map(({ id, type, title, did, by, at, reason }) => (
        <Row key={id} href={itemPath(type, id)} title={title}>
          {by} {did === "published" ? "published it" : "saved a draft"} <AgoText iso={at} now={now} />
          {reason && `: “${reason}”`}
        </Row>
      ))}
    </ul>
  );
}

function Row({ href, title, children }: { href: string; title: string; children: ReactNode }) {
  return (
    <li className="relative border-line border-b py-3 hover:bg-ice-wash/50">
      <a
        href={href}
        className="font-medium after:absolute after:inset-0 hover:underline focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-ice focus-visible:after:-outline-offset-2"
      >
        {title || "Untitled"}
      </a>
      <div className="mt-0.5 text-soft text-sm">{children}</div>
    </li>
  );
}

function Nothing({ children }: { children: ReactNode }) {
  return (
    <p className="rounded-xl border border-line border-dashed px-5 py-8 text-center text-soft">{children}</p>
  );
}
