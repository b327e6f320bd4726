import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { MailScreen } from "@/components/feedback-desk/mail-screen";
import { requireActor } from "@/lib/auth/actor";
import { requireEnv } from "@/lib/env";
import { findMail } from "@/lib/mail/outbox-queries";
import { isMailOn } from "@/lib/mail/transport";

export const dynamic = "force-dynamic";

export const metadata: Metadata = { title: "Mail" };

type Props = { params: Promise<{ id: string }> };

export default async function MailPage({ params }: Props) {
  await requireActor("mail.manage");
  const { id } = await params;
  const item = z.uuid().safeParse(id).success ? await findMail(id) : null;
  if (!item) notFound();
  const from = requireEnv().MAIL_FROM ?? null;
  return <MailScreen item={item} from={from} mail={isMailOn()} now={new Date().toISOString()} />;
}
