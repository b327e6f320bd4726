import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { ItemScreen } from "@/components/feedback-desk/item-screen";
import { requireActor } from "@/lib/auth/actor";
import { requireEnv } from "@/lib/env";
import { listAssignees } from "@/lib/feedback/inbox-queries";
import { findFeedback } from "@/lib/feedback/item-queries";
import { listRevisionChoices } from "@/lib/feedback/revision-queries";
import { isMailOn } from "@/lib/mail/transport";

export const dynamic = "force-dynamic";

export const metadata: Metadata = { title: "Message" };

type Props = { params: Promise<{ id: string }> };

export default async function MessagePage({ params }: Props) {
  const actor = await requireActor("feedback.work");
  const { id } = await params;
  const item = z.uuid().safeParse(id).success ? await findFeedback(id) : null;
  if (!item) notFound();
  const [revisions, assignees] = await Promise.all([listRevisionChoices(item.id), listAssignees()]);
  return (
    <ItemScreen
      item={item}
      revisions={revisions}
      assignees={assignees}
      own={actor.id}
      statusLink={new URL(item.statusPath, requireEnv().SITE_URL).href}
      mail={isMailOn()}
      now={new Date().toISOString()}
    />
  );
}
