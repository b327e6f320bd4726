import type { ReactNode } from "react";
import { Notice } from "@/components/ui/notice";
import { TestMailButton } from "./outbox-buttons";

/** How the site is set up to send mail. */
export type MailSettings = { on: boolean; from: string | null; to: string[] };

/** Whether mail is sent, from whom and to whom; what works without, and what would turn it on. */
export function MailState({ settings, ownAddress }: { settings: MailSettings; ownAddress: string }) {
  const { on, from, to } = settings;
  if (!on) {
    return (
      <Notice title="Mail is off">
        <p className="max-w-4xl">
          Messages still come to the inbox, and readers still see the outcome on their status pages. No editor
          is told by mail, and nobody can be replied to. The mails that would have been sent are listed here,
          to be looked at.
        </p>
        <p className="mt-1">
          To turn it on, set <Setting>SMTP_URL</Setting> and <Setting>MAIL_FROM</Setting>, and{" "}
          <Setting>FEEDBACK_TO</Setting> for whoever is to be told, and start the server again.
        </p>
      </Notice>
    );
  }
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-4 rounded-xl border border-line bg-raised px-5 py-4">
        <dl className="grid min-w-0 flex-[1_1_22rem] gap-x-10 gap-y-3 text-[0.95rem] sm:grid-cols-[auto_1fr_1fr]">
          <Fact name="Mail">On</Fact>
          <Fact name="From">{from}</Fact>
          <Fact name="To the editors">{to.length === 0 ? "Nobody" : to.join(", ")}</Fact>
        </dl>
        <TestMailButton to={ownAddress} />
      </div>
      {to.length === 0 && (
        <Notice title="No editor is told of a new message">
          <Setting>FEEDBACK_TO</Setting> is not set. Messages still come to the inbox, and readers get their
          mails.
        </Notice>
      )}
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-soft text-sm">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Setting({ children }: { children: string }) {
  return <code className="rounded bg-ice-wash px-1.5 py-0.5 text-sm">{children}</code>;
}
