import type { Metadata } from "next";
import { OutboxScreen } from "@/components/feedback-desk/outbox-screen";
import { requireActor } from "@/lib/auth/actor";
import { requireEnv } from "@/lib/env";
import { outboxQuerySchema } from "@/lib/mail/outbox-address";
import { countMailTroubles, listMails } from "@/lib/mail/outbox-queries";
import { isMailOn } from "@/lib/mail/transport";

export const dynamic = "force-dynamic";

export const metadata: Metadata = { title: "Outbox" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function OutboxPage({ searchParams }: Props) {
  const actor = await requireActor("mail.manage");
  const query = outboxQuerySchema.parse(await searchParams);
  const [list, troubles] = await Promise.all([listMails(query), countMailTroubles()]);
  const { MAIL_FROM, FEEDBACK_TO } = requireEnv();
  return (
    <OutboxScreen
      query={query}
      list={list}
      troubles={troubles}
      settings={{ on: isMailOn(), from: MAIL_FROM ?? null, to: FEEDBACK_TO }}
      ownAddress={actor.email}
      now={new Date().toISOString()}
    />
  );
}
