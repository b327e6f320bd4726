import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Heading } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/text-link";
import { requireEnv } from "@/lib/env";
import { privacyMetadata } from "@/lib/seo/pages";

export const dynamic = "force-dynamic";

export function generateMetadata(): Metadata {
  return privacyMetadata();
}

/** What is true of the code: lib/feedback (what is stored, and when it goes) and lib/votes. */
export default function PrivacyPage() {
  const [contact] = requireEnv().FEEDBACK_TO;
  return (
    <div className="max-w-3xl space-y-12">
      <header className="space-y-3">
        <h1 className="text-title">Privacy</h1>
        <p className="text-lg text-soft leading-relaxed">
          Reading leaves nothing behind. What you send us we keep as long as it is of use, and no longer.
        </p>
      </header>
      <Part title="When you read">
        <p>
          There is no tracking, no advertising and no third party: pages load nothing from anywhere else.
          Readers get no cookie.
        </p>
      </Part>
      <Part title="When you write to us">
        <ul className="list-disc space-y-2 pl-5">
          <li>
            We store your message, which side you would pick, and, where you give them, what you built, your
            name and your e-mail address. All of it is mailed to our editors as well.
          </li>
          <li>
            Your network’s address is not stored. Against spam we keep a keyed hash of it, from which nobody
            gets the address back, and remove that after 30 days. A sender who is blocked for spam stays
            blocked by such a hash, and what is taken for spam is kept like any other message.
          </li>
          <li>
            Your name and e-mail address are removed 180 days after your message was closed, and after two
            years in any case.
          </li>
          <li>Your text is removed after two years, and so are our notes and answers.</li>
          <li>
            While you type, your browser keeps the text in its tab, so that a reload loses nothing. Once it is
            sent, that is gone.
          </li>
        </ul>
      </Part>
      <Part title="When you want it gone">
        <p>
          Whoever sends a message gets a private link to it. It shows what came of the message, and erases all
          of it at once when you ask it to. Mails that our editors have received by then are in their
          mailboxes.
        </p>
        {contact && (
          <p>
            Is the link lost? Write to <TextLink href={`mailto:${contact}`}>{contact}</TextLink>.
          </p>
        )}
      </Part>
      <Part title="When you vote">
        <p>
          A vote is kept with a keyed hash of your network’s address, another one for each comparison, so that
          it can be changed and one network has one vote. It holds nothing else about you but the time, and
          goes when you take it back. So that nobody votes by the hundred, another such hash is counted for an
          hour.
        </p>
      </Part>
      <Part title="When you search">
        <p>
          What you type is looked up. What was found stays in memory for a minute, without a word about you,
          for whoever types the same; nothing of it is written down. If you ask us for something that we do
          not have, the text is kept and counted, with a keyed hash of your network’s address that goes after
          30 days, so that one network counts once. A text that nobody has asked for in a year goes as well.
        </p>
      </Part>
      <Part title="When we write to you">
        <p>
          Only if you left an address, and only about your message: that we have it, and what came of it.
          These mails go by the mail server that this site uses, like any other mail.
        </p>
      </Part>
      <Part title="When you are one of our editors">
        <p>
          Then there are cookies for the sign-in, and one that shows the link “Edit this page” and opens
          nothing.
        </p>
      </Part>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="space-y-3 text-lg leading-relaxed">
      <Heading level={2}>{title}</Heading>
      {children}
    </section>
  );
}
