import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { EraseForm } from "@/components/feedback/erase-form";
import { StatusSteps } from "@/components/feedback/status-steps";
import { DateText } from "@/components/ui/date";
import { Heading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { REFUSED_HEADER, readRefused } from "@/lib/feedback/refused-form";
import { findStatus } from "@/lib/feedback/status-queries";
import type { About, FeedbackStatus } from "@/lib/feedback/types";
import { isMailOn } from "@/lib/mail/transport";

export const dynamic = "force-dynamic";

/** Whoever has the address can read it: it is told to nobody. */
export const metadata: Metadata = {
  title: "Your message",
  robots: { index: false, follow: false },
  referrer: "same-origin",
};

type Props = { params: Promise<{ token: string }> };

/** What came of a message, for whoever wrote it. Opening it changes nothing: mail scanners follow links. */
export default async function StatusPage({ params }: Props) {
  const { token } = await params;
  const status = (await findStatus(token)) ?? notFound();
  const refused = readRefused((await headers()).get(REFUSED_HEADER));
  return (
    <div className="max-w-3xl space-y-12">
      <header className="space-y-4">
        <h1 className="text-title">{titleOf(status)}</h1>
        <p className="text-lg text-soft leading-relaxed">
          <Subject about={status.about} />
          {status.erasedAt === null &&
            " Keep the address of this page: whoever has it can read and erase your message."}
        </p>
      </header>
      {status.erasedAt !== null && (
        <Notice tone="good" title="Your data is erased">
          Your text, your name and your e-mail address are gone from this site since{" "}
          <DateText iso={status.erasedAt} />. What came of your message stays below.
        </Notice>
      )}
      <StatusSteps status={status} mail={isMailOn()} />
      {status.erasedAt === null && (
        <>
          <OwnWords status={status} />
          <EraseForm token={token} refused={refused} />
        </>
      )}
    </div>
  );
}

function titleOf({ state, erasedAt, changedAt }: FeedbackStatus): string {
  if (erasedAt !== null) return "Erased";
  if (changedAt) return "You changed our page";
  if (state === "open") return "We are reading it";
  if (state === "accepted") return "You convinced us";
  if (state === "declined") return "We see it otherwise";
  return state === "answered" ? "Answered" : "Thank you. We have it.";
}

function Subject({ about }: { about: About }) {
  if (!about) return "Your message about the site.";
  const names = `${about.left.name} vs ${about.right.name}`;
  return <>Your message about {about.path ? <TextLink href={about.path}>{names}</TextLink> : names}.</>;
}

function OwnWords({ status }: { status: FeedbackStatus }) {
  const { message, about, wouldPick, hasName, hasEmail } = status;
  const kept = [hasName ? "your name" : "", hasEmail ? "your e-mail address" : ""]
    .filter(Boolean)
    .join(" and ");
  return (
    <section aria-labelledby="words" className="space-y-3">
      <Heading level={2} id="words">
        What you wrote
      </Heading>
      {about && (
        <p>
          Your pick: <strong>{wouldPick ?? "neither"}</strong>
        </p>
      )}
      {message === null ? (
        <p className="text-soft">The text is not kept any more.</p>
      ) : (
        <blockquote className="max-w-[66ch] whitespace-pre-wrap border-ice-line border-l-4 pl-5 leading-relaxed">
          {message}
        </blockquote>
      )}
      <p className="text-soft text-sm">
        {kept ? `We have ${kept} as well. ` : ""}
        <TextLink href="/privacy">What we keep, and for how long</TextLink>
      </p>
    </section>
  );
}
