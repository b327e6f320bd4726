import type { Metadata } from "next";
import type { ReactNode } from "react";
import { ChangeList, DraftList } from "@/components/admin/home-lists";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { requireActor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/permissions";
import { listDraftsOf, listRecentChanges } from "@/lib/drafts/list-queries";
import { INBOX_PATH } from "@/lib/feedback/inbox-address";
import { countNew } from "@/lib/feedback/inbox-queries";
import { outboxAddress } from "@/lib/mail/outbox-address";
import { countMailTroubles } from "@/lib/mail/outbox-queries";

export const dynamic = "force-dynamic";

export const metadata: Metadata = { title: "Your desk" };

const MOST_DRAFTS = 10;
const MOST_CHANGES = 12;

const NO_TROUBLES = { failed: 0, waiting: 0 };

const NEW = [
  { href: "/admin/comparisons/new", label: "New comparison" },
  { href: "/admin/technologies/new", label: "New technology" },
  { href: "/admin/categories/new", label: "New category" },
];

export default async function DeskPage() {
  const actor = await requireActor("admin.enter");
  const [drafts, changes, unread, troubles] = await Promise.all([
    listDraftsOf(actor.id, MOST_DRAFTS),
    listRecentChanges(MOST_CHANGES),
    can(actor.role, "feedback.work") ? countNew() : 0,
    can(actor.role, "mail.manage") ? countMailTroubles() : NO_TROUBLES,
  ]);
  const now = new Date().toISOString();
  return (
    <div className="space-y-10">
      <header className="space-y-4">
        <h1 className="font-bold text-3xl tracking-tight">Hello, {actor.name}</h1>
        <div className="flex flex-wrap gap-2">
          {NEW.map(({ href, label }) => (
            <ButtonLink key={href} href={href}>
              {label}
            </ButtonLink>
          ))}
        </div>
        <Waiting unread={unread} {...troubles} />
      </header>
      <div className="grid gap-10 lg:grid-cols-2 lg:gap-14">
        <Part title="Your drafts">
          <DraftList drafts={drafts} now={now} />
        </Part>
        <Part title="Recently changed">
          <ChangeList changes={changes} now={now} />
        </Part>
      </div>
    </div>
  );
}

/** What asks for somebody, with the way to it. */
function Waiting({ unread, failed, waiting }: { unread: number; failed: number; waiting: number }) {
  if (unread + failed + waiting === 0) return null;
  return (
    <Notice>
      {unread > 0 && (
        <p>
          <TextLink href={INBOX_PATH}>
            {unread === 1 ? "One new message" : `${unread.toLocaleString("en")} new messages`}
          </TextLink>{" "}
          from readers {unread === 1 ? "waits" : "wait"} for an answer.
        </p>
      )}
      {failed > 0 && (
        <p>
          <TextLink href={outboxAddress({ state: "failed", page: 1 })}>
            {failed === 1 ? "One mail" : `${failed.toLocaleString("en")} mails`}
          </TextLink>{" "}
          could not be sent.
        </p>
      )}
      {waiting > 0 && (
        <p>
          <TextLink href={outboxAddress({ state: "queued", page: 1 })}>
            {waiting === 1 ? "One mail" : `${waiting.toLocaleString("en")} mails`}
          </TextLink>{" "}
          {waiting === 1 ? "was" : "were"} not taken by the mail server yet. We go on trying.
        </p>
      )}
    </Notice>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="min-w-0">
      <h2 className="mb-2 font-semibold text-lg">{title}</h2>
      {children}
    </section>
  );
}
