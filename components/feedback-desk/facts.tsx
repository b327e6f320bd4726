import type { ReactNode } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { DateText } from "@/components/ui/date";
import { TextLink } from "@/components/ui/text-link";
import { inboxAddress } from "@/lib/feedback/inbox-address";
import type { FeedbackItem } from "@/lib/feedback/types";
import { pairSegment } from "@/lib/pair/pair";
import { aboutText } from "./words";

/** What is known of a message beside its text. */
export function Facts({ item, statusLink }: { item: FeedbackItem; statusLink: string }) {
  const { about, name, email, namesErasedAt, erasedAt, receivedAt, closedAt, assignee } = item;
  const gone = namesErasedAt ?? erasedAt;
  return (
    <dl className="space-y-3 text-[0.95rem]">
      <Fact name="Comparison">
        {about?.path ? <TextLink href={about.path}>{aboutText(about)}</TextLink> : aboutText(about)}
        {about && (
          <span className="block text-sm">
            <TextLink
              href={inboxAddress({
                q: "",
                state: "all",
                about: pairSegment({ left: about.left.slug, right: about.right.slug }),
                assignee: undefined,
                page: 1,
              })}
            >
              All messages about it
            </TextLink>
          </span>
        )}
      </Fact>
      <Fact name="From">
        {name ?? <span className="text-soft">No name</span>}
        <span className="block">{email ?? <span className="text-soft">No e-mail</span>}</span>
        {gone && (
          <span className="block text-soft text-sm">
            Name and e-mail were removed on <DateText iso={gone} />.
          </span>
        )}
      </Fact>
      <Fact name="Received">
        <DateText iso={receivedAt} />
      </Fact>
      {closedAt && (
        <Fact name="Closed">
          <DateText iso={closedAt} />
        </Fact>
      )}
      <Fact name="Assigned to">{assignee ?? <span className="text-soft">Nobody</span>}</Fact>
      <Fact name="The reader’s status page">
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
          <TextLink href={item.statusPath}>Open it</TextLink>
          <CopyButton size="small" text={statusLink} label="Copy the link" />
        </span>
        <span className="mt-1 block text-soft text-sm">
          Whoever has this link can read and erase the message.
        </span>
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-soft text-sm">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}
