import type { Metadata } from "next";
import { headers } from "next/headers";
import { Picker } from "@/components/comparison/picker";
import { VoteButton } from "@/components/comparison/vote-button";
import { MessagePage } from "@/components/layout/message-page";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { REFUSED_HEADER, readRefused } from "@/lib/feedback/refused-form";
import { pairPath, pairSegment } from "@/lib/pair/pair";
import { voteMetadata } from "@/lib/seo/pages";
import { NO_PICK, VOTE_CHOICES, type VoteChoice } from "@/lib/votes/choices";
import { resolveVerdict, type VerdictSides } from "@/lib/votes/resolve";

export const dynamic = "force-dynamic";

export function generateMetadata(): Metadata {
  return voteMetadata();
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const BUTTONS: Record<VoteChoice, string> = {
  agree: "Agree",
  disagree: "Disagree",
  none: "Take my vote back",
};

/**
 * Where a vote leads without a script: says what was counted, and lets it be changed. proxy.ts shows this page in
 * place of a vote that was refused, too. Opening it counts nothing.
 */
export default async function VotePage({ searchParams }: Props) {
  const refused = readRefused((await headers()).get(REFUSED_HEADER));
  const fields = refused?.values ?? (await searchParams);
  const [pair, pick] = [textOf(fields.pair), textOf(fields.pick)];
  const resolved = await resolveVerdict({ pair, pick });
  const choice = refused ? null : (VOTE_CHOICES.find((name) => name === fields.choice) ?? null);
  if (!resolved.ok) return <NoSuchVote {...(refused && { message: refused.message })} />;
  const { left, right } = resolved.value;
  return (
    <MessagePage title={choice ? saidOf(choice, resolved.value) : refused ? "Not counted" : "Do you agree?"}>
      {refused && <Notice tone="bad">{refused.message}</Notice>}
      {choice && <p>Changed your mind?</p>}
      <VoteForm verdict={resolved.value} choice={choice} />
      <p>
        <TextLink href={pairPath({ left: left.slug, right: right.slug })}>
          Back to {left.name} vs {right.name}
        </TextLink>
      </p>
    </MessagePage>
  );
}

function saidOf(choice: VoteChoice, { pick }: VerdictSides): string {
  if (choice === "none") return "Your vote is taken back.";
  const verb = choice === "agree" ? "agree" : "disagree";
  return pick ? `Counted: you ${verb} with our pick.` : `Counted: you ${verb} with us.`;
}

function VoteForm({ verdict, choice }: { verdict: VerdictSides; choice: VoteChoice | null }) {
  const { left, right, pick } = verdict;
  // What stands is not offered again; before a vote there is none to take back.
  const offered = VOTE_CHOICES.filter((name) => name !== choice && (choice !== null || name !== "none"));
  return (
    <form method="post" action="/api/votes" className="flex flex-wrap gap-3">
      <input type="hidden" name="pair" value={pairSegment({ left: left.slug, right: right.slug })} />
      <input type="hidden" name="pick" value={pick?.slug ?? NO_PICK} />
      {offered.map((name) => (
        <VoteButton key={name} choice={name}>
          {BUTTONS[name]}
        </VoteButton>
      ))}
    </form>
  );
}

function NoSuchVote({ message }: { message?: string }) {
  return (
    <MessagePage title={message ? "Not counted" : "Nothing to vote on here"}>
      {message && <Notice tone="bad">{message}</Notice>}
      <p>Votes are cast below a comparison. Name the two:</p>
      <Picker action="Compare" />
    </MessagePage>
  );
}

function textOf(value: string | string[] | undefined): string {
  return typeof value === "string" ? value.slice(0, 200) : "";
}
