import { AgoText } from "@/components/ui/ago";
import { INBOX_PATH, type InboxAsked, inboxAddress } from "@/lib/feedback/inbox-address";
import type { InboxEntry } from "@/lib/feedback/types";
import { pairSegment } from "@/lib/pair/pair";
import { StateTag, Tag } from "./tags";
import { aboutText, pickText, SUSPICION_WORDS } from "./words";

type Props = { entries: InboxEntry[]; asked: InboxAsked; now: string };

/** Like a mail program's: who, what about and how it begins, when. The whole row leads to the message. */
export function InboxList({ entries, asked, now }: Props) {
  return (
    <ol className="border-line border-t">
      {entries.map((entry) => (
        <li
          key={entry.id}
          className="relative grid gap-x-6 gap-y-1.5 border-line border-b py-3.5 hover:bg-ice-wash/50 md:grid-cols-[10rem_minmax(0,1fr)_7rem] lg:grid-cols-[13rem_minmax(0,1fr)_9.5rem] md:px-3"
        >
          <Who entry={entry} now={now} />
          <div className="min-w-0 space-y-1">
            <p className="text-[0.95rem]">
              <AboutLink entry={entry} asked={asked} />
              <Pick entry={entry} />
            </p>
            <p className="line-clamp-2 max-w-[90ch] text-[0.95rem] text-soft">
              {entry.excerpt ?? <em>The message has been erased.</em>}
            </p>
            {entry.state === "spam" && <Suspicions entry={entry} />}
          </div>
          <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1.5 text-sm md:flex-col md:items-end md:text-right">
            <StateTag state={entry.state} />
            {entry.assignee && (
              <span className="min-w-0 text-soft">
                <span className="sr-only">Assigned to </span>
                {entry.assignee}
              </span>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Who({
  entry: { id, number, name, state, receivedAt, hasEmail },
  now,
}: {
  entry: InboxEntry;
  now: string;
}) {
  const waits = state === "new";
  return (
    <div className="min-w-0">
      <a
        href={`${INBOX_PATH}/${id}`}
        className={`after:absolute after:inset-0 hover:underline focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-ice focus-visible:after:-outline-offset-2 ${waits ? "font-bold" : "font-medium"}`}
      >
        <span className="sr-only">Message {number} from </span>
        <span className={name ? "" : "text-soft"}>{name ?? "No name"}</span>
      </a>
      <p className="text-soft text-sm">
        <span aria-hidden="true">#{number}, </span>
        <AgoText iso={receivedAt} now={now} />
        {!hasEmail && ", no e-mail"}
      </p>
    </div>
  );
}

/** Above the row's own link: it narrows the list to its comparison. */
function AboutLink({ entry: { about }, asked }: { entry: InboxEntry; asked: InboxAsked }) {
  if (!about) return <span className="font-medium">{aboutText(about)}</span>;
  const pair = pairSegment({ left: about.left.slug, right: about.right.slug });
  return (
    <a
      href={inboxAddress(asked, { about: pair })}
      className="relative z-10 font-medium text-ice underline decoration-ice-line hover:decoration-current"
    >
      <span className="sr-only">All messages about </span>
      {aboutText(about)}
    </a>
  );
}

function Pick({ entry: { about, wouldPick } }: { entry: InboxEntry }) {
  const text = pickText(about, wouldPick);
  return text && <span>. {text}.</span>;
}

function Suspicions({ entry: { suspicions } }: { entry: InboxEntry }) {
  if (suspicions.length === 0) return null;
  return (
    <ul aria-label="Suspicions" className="flex flex-wrap gap-1.5 pt-0.5">
      {suspicions.map((suspicion) => (
        <li key={suspicion}>
          <Tag className="border-bad/60 text-bad">{SUSPICION_WORDS[suspicion]}</Tag>
        </li>
      ))}
    </ul>
  );
}
