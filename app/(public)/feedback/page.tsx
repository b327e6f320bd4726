import type { Metadata } from "next";
import { headers } from "next/headers";
import { ComparisonChoice } from "@/components/feedback/comparison-choice";
import { FeedbackForm } from "@/components/feedback/feedback-form";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { findSides } from "@/lib/comparisons/resolve";
import { isDatabaseUnavailable } from "@/lib/errors";
import { REFUSED_HEADER, type RefusedForm, readRefused } from "@/lib/feedback/refused-form";
import { makeTicket, type Ticket } from "@/lib/feedback/ticket";
import { isMailOn } from "@/lib/mail/transport";
import { type Pair, pairPath, parsePair } from "@/lib/pair/pair";
import { feedbackMetadata } from "@/lib/seo/pages";

export const dynamic = "force-dynamic";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

async function findRefused(): Promise<RefusedForm | null> {
  return readRefused((await headers()).get(REFUSED_HEADER));
}

export async function generateMetadata(): Promise<Metadata> {
  return feedbackMetadata({ refused: (await findRefused()) !== null });
}

/** The form by itself. proxy.ts shows this page in place of a form that was refused, whatever page that stood on. */
export default async function FeedbackPage({ searchParams }: Props) {
  const refused = await findRefused();
  const { pair: param } = await searchParams;
  const asked = refused ? refused.values.pair : param;
  const { about, unknown } = await findAbout(typeof asked === "string" ? asked : "");
  const ticket = ticketFor(refused);
  return (
    <div className="max-w-3xl space-y-10">
      <header className="space-y-3">
        <h1 className="text-title">{about ? "What would you pick?" : "Tell us"}</h1>
        <p className="text-lg text-soft leading-relaxed">
          {about ? (
            <>
              About{" "}
              <TextLink href={pairPath({ left: about.left.slug, right: about.right.slug })}>
                {about.left.name} vs {about.right.name}
              </TextLink>
              . Our editors read every message. Where you convince us, we change the page.
            </>
          ) : (
            "About the site as a whole: what is wrong, what is missing, what you like. Our editors read every message."
          )}
        </p>
      </header>
      {unknown && (
        <Notice tone="bad" title="We have no such comparison">
          This form is about the site as a whole. You can write here all the same.
        </Notice>
      )}
      <FeedbackForm about={about} ticket={ticket} mail={isMailOn()} refused={refused} />
      {!about && <ComparisonChoice />}
    </div>
  );
}

/** `unknown`: a comparison was named, and there is none of that name. */
async function findAbout(asked: string) {
  const pair = parsePair(asked);
  const sides = pair && (await findSides(pair).catch((error) => namesWithout(pair, error)));
  if (!sides || sides.left.id === sides.right.id) return { about: null, unknown: asked !== "" };
  const { left, right } = sides;
  const about = {
    left: { slug: left.slug, name: left.name },
    right: { slug: right.slug, name: right.name },
  };
  return { about, unknown: false };
}

/** While the database is away, the form that could not be stored is shown again all the same, with its text. */
function namesWithout({ left, right }: Pair, error: unknown) {
  if (!isDatabaseUnavailable(error)) throw error;
  return { left: { id: left, slug: left, name: left }, right: { id: right, slug: right, name: right } };
}

/** A new stamp, for it may be the old one that was refused; the same key, so that it stays the same message. */
function ticketFor(refused: RefusedForm | null): Ticket {
  const fresh = makeTicket(new Date());
  const key = refused && !refused.errors.key ? refused.values.key : undefined;
  return key ? { ...fresh, key } : fresh;
}
