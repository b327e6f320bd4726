import type { Metadata } from "next";
import { InboxScreen } from "@/components/feedback-desk/inbox-screen";
import { requireActor } from "@/lib/auth/actor";
import { FIRST_STATE, readAbout } from "@/lib/feedback/inbox-address";
import { countByState, countPicks, listAssignees, listInbox } from "@/lib/feedback/inbox-queries";
import { inboxQuerySchema } from "@/lib/feedback/schema";

export const dynamic = "force-dynamic";

export const metadata: Metadata = { title: "Feedback" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function InboxPage({ searchParams }: Props) {
  const actor = await requireActor("feedback.work");
  const query = inboxQuerySchema.parse(await searchParams);
  const about = readAbout(query.about);
  const asked = { ...query, state: query.state ?? FIRST_STATE, about: about ?? "" };
  const [list, counts, picks, assignees] = await Promise.all([
    listInbox(asked, actor.id),
    countByState(asked, actor.id),
    about === null ? null : countPicks(about),
    listAssignees(),
  ]);
  return (
    <InboxScreen
      asked={asked}
      unknownAbout={query.about !== "" && about === null ? query.about : null}
      list={list}
      counts={counts}
      picks={picks}
      assignees={assignees}
      now={new Date().toISOString()}
    />
  );
}
