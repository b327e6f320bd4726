import type { ReactNode } from "react";
import { WhenReady } from "@/components/forms/when-ready";
import { AgoText } from "@/components/ui/ago";
import { TextLink } from "@/components/ui/text-link";
import { INBOX_PATH } from "@/lib/feedback/inbox-address";
import type { FeedbackItem, RevisionChoice } from "@/lib/feedback/types";
import { Answer } from "./answer";
import { Decide } from "./decide";
import { Facts } from "./facts";
import { Message } from "./message";
import { Organise } from "./organise";
import { Sender } from "./sender";
import { StateTag } from "./tags";
import { Timeline } from "./timeline";
import { aboutText } from "./words";

type Props = {
  item: FeedbackItem;
  revisions: RevisionChoice[];
  assignees: { id: string; name: string }[];
  /** The account of whoever looks. */
  own: string;
  /** The reader's private page, in full. */
  statusLink: string;
  /** Whether the site sends mail. */
  mail: boolean;
  /** ISO date. */
  now: string;
};

/** One message: what it says, what was done with it, and what can be. */
export function ItemScreen({ item, revisions, assignees, own, statusLink, mail, now }: Props) {
  const { id, version, number, state, undoTo, name, about, receivedAt, assigneeId } = item;
  const held = { id, version };
  return (
    <div className="space-y-6">
      <header className="space-y-1.5">
        <p className="text-[0.95rem]">
          <TextLink href={INBOX_PATH}>Feedback</TextLink>
        </p>
        <h1 className="font-bold text-3xl tracking-tight">{aboutText(about)}</h1>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-soft">
          <StateTag state={state} />
          <span>
            Message {number} from {name ?? "a reader without a name"}, <AgoText iso={receivedAt} now={now} />
          </span>
        </p>
      </header>
      {/* What the right column has too much must not push the history away from the message. */}
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_22rem] lg:grid-rows-[auto_1fr]">
        <div className="min-w-0 space-y-8">
          <Message item={item} now={now} />
          <WhenReady>
            <Answer key={id} id={id} email={item.email} erased={item.erasedAt !== null} mail={mail} />
          </WhenReady>
        </div>
        <aside
          aria-label="What can be done, and the facts"
          className="min-w-0 space-y-8 lg:col-start-2 lg:row-span-2 lg:row-start-1"
        >
          <Part title="Decide">
            <WhenReady>
              <Decide held={held} state={state} undoTo={undoTo} revisions={revisions} now={now} />
            </WhenReady>
          </Part>
          <Part title="Organise">
            <WhenReady>
              <Organise held={held} state={state} assigneeId={assigneeId} assignees={assignees} own={own} />
            </WhenReady>
          </Part>
          <Part title="Facts">
            <Facts item={item} statusLink={statusLink} />
          </Part>
          <Part title="The sender">
            <WhenReady>
              <Sender id={id} blocked={item.blocked} erased={item.erasedAt !== null} />
            </WhenReady>
          </Part>
        </aside>
        <Part title="History">
          <Timeline item={item} now={now} />
        </Part>
      </div>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="min-w-0">
      <h2 className="mb-3 font-semibold text-lg">{title}</h2>
      {children}
    </section>
  );
}
