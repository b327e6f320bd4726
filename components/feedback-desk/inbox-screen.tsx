import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { LinkTabs } from "@/components/ui/link-tabs";
import { PagesNav } from "@/components/ui/pages-nav";
import { TextLink } from "@/components/ui/text-link";
import { exportAddress, type InboxAsked, inboxAddress, isNarrowed } from "@/lib/feedback/inbox-address";
import { FEEDBACK_STATES, type FeedbackState } from "@/lib/feedback/states";
import type { InboxPage, PickCounts } from "@/lib/feedback/types";
import { InboxFilters } from "./inbox-filters";
import { InboxList } from "./inbox-list";
import { PickTally } from "./pick-tally";
import { STATE_WORDS } from "./words";

type Props = {
  asked: InboxAsked;
  /** A comparison that was typed and is none. */
  unknownAbout: string | null;
  list: InboxPage;
  counts: Record<FeedbackState, number>;
  picks: PickCounts | null;
  assignees: { id: string; name: string }[];
  /** ISO date. */
  now: string;
};

/** What readers wrote, found and filtered by address alone, with and without JavaScript. */
export function InboxScreen(props: Props) {
  const { asked, unknownAbout, list, counts, picks, assignees, now } = props;
  const { total, entries, page, pages } = list;
  return (
    <div className="space-y-6">
      <header className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <div>
          <h1 className="font-bold text-3xl tracking-tight">Feedback</h1>
          <p className="mt-0.5 text-soft">What readers wrote to us, newest first.</p>
        </div>
        {total > 0 && <ButtonLink href={exportAddress(asked)}>Export as CSV</ButtonLink>}
      </header>
      <LinkTabs label="States" tabs={tabsOf(asked, counts)} />
      <InboxFilters asked={asked} unknownAbout={unknownAbout} assignees={assignees} />
      {picks && <PickTally picks={picks} />}
      {entries.length > 0 ? (
        <InboxList entries={entries} asked={asked} now={now} />
      ) : (
        <Nothing asked={asked} />
      )}
      <PagesNav page={page} pages={pages} addressOf={(onPage) => inboxAddress(asked, { page: onPage })} />
    </div>
  );
}

function tabsOf(asked: InboxAsked, counts: Record<FeedbackState, number>) {
  // Spam is no part of all: it is looked at when it is asked for.
  const all = FEEDBACK_STATES.reduce((sum, state) => sum + (state === "spam" ? 0 : counts[state]), 0);
  const tab = (state: InboxAsked["state"], label: string, count: number) => ({
    href: inboxAddress(asked, { state }),
    label,
    count,
    open: asked.state === state,
  });
  return [
    tab("waiting", "Waiting", counts.new + counts.open),
    ...FEEDBACK_STATES.map((state) => tab(state, STATE_WORDS[state], counts[state])),
    tab("all", "All", all),
  ];
}

const NOTHING: Record<InboxAsked["state"], string> = {
  waiting: "Nothing waits. Well done.",
  new: "Nothing new.",
  open: "Nobody is on anything.",
  answered: "No message is marked as answered.",
  accepted: "Nothing was accepted yet.",
  declined: "Nothing was declined yet.",
  spam: "No spam.",
  all: "No reader has written yet.",
};

function Nothing({ asked }: { asked: InboxAsked }) {
  if (!isNarrowed(asked)) return <Empty>{NOTHING[asked.state]}</Empty>;
  const { state } = asked;
  return (
    <Empty>
      No message here is like that.{" "}
      <TextLink href={inboxAddress(asked, { state, q: "", about: "", assignee: undefined })}>
        Show without the filters.
      </TextLink>
    </Empty>
  );
}
