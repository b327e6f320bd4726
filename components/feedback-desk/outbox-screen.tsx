import { Empty } from "@/components/ui/empty";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Notice } from "@/components/ui/notice";
import { PagesNav } from "@/components/ui/pages-nav";
import { type OutboxQuery, outboxAddress } from "@/lib/mail/outbox-address";
import type { OutboxPage } from "@/lib/mail/types";
import { type MailSettings, MailState } from "./mail-state";
import { ResendFailedButton } from "./outbox-buttons";
import { OutboxTable } from "./outbox-table";
import { MAIL_STATE_WORDS } from "./words";

type Props = {
  query: OutboxQuery;
  list: OutboxPage;
  /** Mails that were given up, and those that wait after a try that failed. */
  troubles: { failed: number; waiting: number };
  settings: MailSettings;
  /** Where a test mail goes. */
  ownAddress: string;
  /** ISO date. */
  now: string;
};

/** Every mail of the site's about feedback, and what became of it. */
export function OutboxScreen({ query, list, troubles, settings, ownAddress, now }: Props) {
  return (
    <div className="space-y-6">
      <header className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <div>
          <h1 className="font-bold text-3xl tracking-tight">Outbox</h1>
          <p className="mt-0.5 text-soft">Mails about feedback, newest first, and what became of them.</p>
        </div>
        {settings.on && troubles.failed > 0 && <ResendFailedButton failed={troubles.failed} />}
      </header>
      <MailState settings={settings} ownAddress={ownAddress} />
      {settings.on && troubles.waiting > 0 && <StillTried waiting={troubles.waiting} />}
      <LinkTabs label="States" tabs={tabsOf(query, troubles.failed)} />
      {list.entries.length > 0 ? (
        <OutboxTable entries={list.entries} mail={settings.on} now={now} />
      ) : (
        <Empty>{NOTHING[query.state ?? "all"]}</Empty>
      )}
      <PagesNav page={list.page} pages={list.pages} addressOf={(page) => outboxAddress({ ...query, page })} />
    </div>
  );
}

function StillTried({ waiting }: { waiting: number }) {
  return (
    <Notice
      title={waiting === 1 ? "One mail is still being tried" : `${waiting} mails are still being tried`}
    >
      The mail server did not take {waiting === 1 ? "it" : "them"} yet. We try again by ourselves, ever less
      often, for five days.
    </Notice>
  );
}

function tabsOf({ state: open }: OutboxQuery, failed: number) {
  const tab = (state: OutboxQuery["state"], count?: number) => ({
    href: outboxAddress({ state, page: 1 }),
    label: state ? MAIL_STATE_WORDS[state] : "All",
    open: open === state,
    ...(count !== undefined && { count }),
  });
  return [tab(undefined), tab("queued"), tab("sent"), tab("failed", failed), tab("unsent")];
}

const NOTHING = {
  all: "No mail has been written yet.",
  queued: "No mail waits.",
  sent: "No mail has been sent yet.",
  failed: "No mail failed.",
  unsent: "Every mail was sent, or will be.",
};
