import type { ReactNode } from "react";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { INBOX_PATH } from "@/lib/feedback/inbox-address";
import { OUTBOX_PATH } from "@/lib/mail/outbox-address";
import type { OutboxItem, RenderedMail } from "@/lib/mail/types";
import { MailProgress } from "./mail-line";
import { ResendButton } from "./outbox-buttons";
import { MailStateTag } from "./tags";
import { MAIL_KIND_WORDS } from "./words";

type Props = {
  item: OutboxItem;
  from: string | null;
  /** Whether the site sends mail. */
  mail: boolean;
  /** ISO date. */
  now: string;
};

/** A mail as it was, is or would be sent: it is made anew from what is on file, and so says what it would say now. */
export function MailScreen({ item, from, mail, now }: Props) {
  const { id, number, kind, state, error, about, feedbackId } = item;
  const sendable = "recipients" in item.mail && item.mail.recipients.length > 0;
  const again = mail && sendable && (state === "failed" || state === "unsent");
  return (
    <div className="space-y-6">
      <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="space-y-1.5">
          <p className="text-[0.95rem]">
            <TextLink href={OUTBOX_PATH}>Outbox</TextLink>
          </p>
          <h1 className="font-bold text-3xl tracking-tight">
            {MAIL_KIND_WORDS[kind]} <span className="font-normal text-soft">{number}</span>
          </h1>
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-soft">
            <MailStateTag state={state} />
            <MailProgress mail={item} now={now} />
            {feedbackId ? (
              <TextLink href={`${INBOX_PATH}/${feedbackId}`}>{about}</TextLink>
            ) : (
              kind !== "test" && about
            )}
          </p>
        </div>
        {again && <ResendButton id={id} number={number} />}
      </header>
      {error && state !== "sent" && <Notice tone={state === "failed" ? "bad" : "info"}>{error}</Notice>}
      {"calledOff" in item.mail ? (
        <Notice title="There is nothing to send">{item.mail.calledOff}</Notice>
      ) : (
        <Rendered rendered={item.mail} from={from} />
      )}
    </div>
  );
}

function Rendered({ rendered, from }: { rendered: RenderedMail; from: string | null }) {
  return (
    <div className="space-y-8">
      <Part title="Headers">
        <table className="w-full max-w-4xl border-collapse text-left text-[0.95rem]">
          <caption className="sr-only">Headers</caption>
          <tbody>
            {headersOf(rendered, from).map(([name, value]) => (
              <tr key={name} className="border-line border-b align-top">
                <th scope="row" className="w-36 py-2 pr-4 font-medium text-soft">
                  {name}
                </th>
                <td className="py-2">{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Part>
      <div className="grid gap-8 xl:grid-cols-2">
        <Part title="Plain text">
          <pre className="whitespace-pre-wrap rounded-xl border border-line bg-raised p-5 font-mono text-sm leading-relaxed">
            {rendered.text}
          </pre>
        </Part>
        <Part title="HTML">
          {/* Without scripts, forms or our origin, whatever is in it. */}
          <iframe
            title="The mail as HTML"
            sandbox=""
            srcDoc={rendered.html}
            className="h-[36rem] w-full resize-y rounded-xl border border-line bg-white"
          />
        </Part>
      </div>
    </div>
  );
}

function headersOf(mail: RenderedMail, from: string | null): [string, string][] {
  const { recipients, replyTo, subject, messageId, inReplyTo, references = [], headers } = mail;
  const given: [string, string | null][] = [
    ["From", from ?? "Nobody: MAIL_FROM is not set"],
    ["To", recipients.join(", ") || "Nobody"],
    ["Reply-To", replyTo ? addressText(replyTo) : null],
    ["Subject", subject],
    ["Message-ID", `<${messageId}>`],
    ["In-Reply-To", inReplyTo ? `<${inReplyTo}>` : null],
    ["References", references.map((id) => `<${id}>`).join(" ") || null],
    ...Object.entries(headers),
  ];
  return given.flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
}

function addressText({ name, address }: { name: string; address: string }): string {
  return name ? `${name} <${address}>` : address;
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="min-w-0">
      <h2 className="mb-2 font-semibold text-lg">{title}</h2>
      {children}
    </section>
  );
}
