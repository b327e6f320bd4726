import { AgoText } from "@/components/ui/ago";
import { TextLink } from "@/components/ui/text-link";
import { INBOX_PATH } from "@/lib/feedback/inbox-address";
import { outboxMailPath } from "@/lib/mail/outbox-address";
import type { OutboxEntry } from "@/lib/mail/types";
import { MailProgress } from "./mail-line";
import { ResendButton } from "./outbox-buttons";
import { MailStateTag } from "./tags";
import { MAIL_KIND_WORDS } from "./words";

/** `mail`: whether the site sends any; without, there is nothing to send again. */
type Props = { entries: OutboxEntry[]; mail: boolean; now: string };

const HEADS = [
  { head: "Mail", className: "" },
  { head: "To", className: "w-[24%]" },
  { head: "State", className: "w-[30%]" },
];
const CELL = "py-3 pr-5 max-md:block max-md:py-0.5 max-md:pr-0";

/** A table from 768 px; below that each mail is a block of its own. */
export function OutboxTable({ entries, mail, now }: Props) {
  return (
    <table className="w-full border-collapse text-left text-[0.95rem] max-md:block">
      <caption className="sr-only">Mails</caption>
      <thead className="text-soft text-sm max-md:sr-only">
        <tr className="border-line border-b">
          {HEADS.map(({ head, className }) => (
            <th key={head} scope="col" className={`py-2 pr-5 font-medium ${className}`}>
              {head}
            </th>
          ))}
          <th scope="col" className="w-28 py-2">
            <span className="sr-only">Send again</span>
          </th>
        </tr>
      </thead>
      <tbody className="max-md:block">
        {entries.map((entry) => (
          <Row key={entry.id} entry={entry} mail={mail} now={now} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ entry, mail, now }: { entry: OutboxEntry; mail: boolean; now: string }) {
  const { id, number, kind, state, recipients, error, createdAt } = entry;
  const again = mail && recipients.length > 0 && (state === "failed" || state === "unsent");
  return (
    <tr className="relative border-line border-b align-top hover:bg-ice-wash/50 max-md:block max-md:py-3">
      <th scope="row" className={`${CELL} font-normal`}>
        <a
          href={outboxMailPath(id)}
          className="font-medium after:absolute after:inset-0 hover:underline focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-ice focus-visible:after:-outline-offset-2"
        >
          {MAIL_KIND_WORDS[kind]}
          <span className="sr-only">, mail {number}</span>
        </a>
        <span className="block text-soft text-sm first-letter:uppercase">
          <About entry={entry} />
          written <AgoText iso={createdAt} now={now} />
        </span>
      </th>
      <td className={CELL}>
        <span className="text-soft md:hidden">To </span>
        {recipients.length === 0 ? <span className="text-soft">Nobody</span> : recipients.join(", ")}
      </td>
      <td className={CELL}>
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-soft text-sm">
          <MailStateTag state={state} />
          <MailProgress mail={entry} now={now} />
        </span>
        {error && (
          <span className={`mt-1 block text-sm ${state === "failed" ? "text-bad" : "text-soft"}`}>
            {error}
          </span>
        )}
      </td>
      <td className="py-2.5 text-right max-md:block max-md:pt-1.5 max-md:pb-0 max-md:text-left max-md:empty:hidden">
        {again && (
          <span className="relative z-10 inline-block">
            <ResendButton id={id} number={number} />
          </span>
        )}
      </td>
    </tr>
  );
}

function About({ entry: { kind, about, feedbackId } }: { entry: OutboxEntry }) {
  if (kind === "test") return null;
  if (!feedbackId) return `${about}, `;
  return (
    <>
      <span className="relative z-10">
        <TextLink href={`${INBOX_PATH}/${feedbackId}`}>{about}</TextLink>
      </span>
      ,{" "}
    </>
  );
}
