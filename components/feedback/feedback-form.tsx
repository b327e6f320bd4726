import { TextLink } from "@/components/ui/text-link";
import { ENTRY, MOST_TYPED } from "@/lib/feedback/entry";
import type { RefusedForm } from "@/lib/feedback/refused-form";
import type { Ticket } from "@/lib/feedback/ticket";
import type { Side } from "@/lib/feedback/types";
import { pairSegment } from "@/lib/pair/pair";
import { FeedbackSender } from "./feedback-sender";
import { PickField } from "./pick-field";
import { RefusedSummary } from "./refused-summary";
import { TypedField } from "./typed-field";

type Props = {
  /** The sides in the order of their page; null: the site as a whole. */
  about: { left: Side; right: Side } | null;
  ticket: Ticket;
  /** Whether the site sends mail. */
  mail: boolean;
  /** What was sent before, with what is wrong with it. */
  refused?: RefusedForm | null;
};

/** What a reader has to say: a plain form, which does all of it without a script as well. */
export function FeedbackForm({ about, ticket, mail, refused = null }: Props) {
  const values = refused?.values ?? {};
  const pair = about ? pairSegment({ left: about.left.slug, right: about.right.slug }) : "";
  const labels = { ...(about ? ABOUT_A_PAIR : ABOUT_THE_SITE), name: "Your name", email: "Your e-mail" };
  return (
    <FeedbackSender pair={pair} refused={refused?.errors ?? null} thanks={<Thanks />}>
      {refused && <RefusedSummary refused={refused} labels={labels} />}
      <input type="hidden" name={ENTRY.pair} value={pair} />
      <input type="hidden" name={ENTRY.key} value={ticket.key} />
      <input type="hidden" name={ENTRY.stamp} value={ticket.stamp} />
      <Trap />
      {about ? (
        <PickField
          label={ABOUT_A_PAIR.wouldPick}
          choices={[
            [about.left.slug, about.left.name],
            [about.right.slug, about.right.name],
            ["neither", "Neither"],
          ]}
          chosen={values.wouldPick ?? ""}
        />
      ) : (
        <input type="hidden" name="wouldPick" value="neither" />
      )}
      <TypedField
        name="message"
        label={labels.message}
        hint={
          about ? "What decides it for you? What did we miss or get wrong?" : "A mistake, a wish, a question."
        }
        rows={5}
        longest={MOST_TYPED.message}
        defaultValue={values.message ?? ""}
      />
      <TypedField
        name="builtWith"
        label={labels.builtWith}
        optional
        rows={2}
        longest={MOST_TYPED.builtWith}
        defaultValue={values.builtWith ?? ""}
      />
      <div className="grid gap-6 sm:grid-cols-2">
        <TypedField
          name="name"
          label={labels.name}
          optional
          {...{ type: "text", autoComplete: "name", longest: MOST_TYPED.name }}
          defaultValue={values.name ?? ""}
        />
        <TypedField
          name="email"
          label={labels.email}
          optional
          {...{ type: "email", autoComplete: "email", longest: MOST_TYPED.email }}
          defaultValue={values.email ?? ""}
        />
      </div>
      <p className="max-w-[62ch] text-soft text-sm leading-relaxed">
        It is stored at once, and our editors read it. You get a private link that tells what came of it.
        {mail && " Leave an address if you want to hear by mail as well."}{" "}
        <TextLink href="/privacy">What we keep, and for how long</TextLink>.
      </p>
    </FeedbackSender>
  );
}

const ABOUT_A_PAIR = { wouldPick: "Your pick", message: "Your case", builtWith: "What you built with it" };
const ABOUT_THE_SITE = { message: "Your message", builtWith: "What you build with" };

function Thanks() {
  return (
    <>
      <h2 className="text-heading">Thank you. We have it.</h2>
      <p>
        Your message is stored, and our editors read it. Keep the link below: it tells what came of it, and
        whoever has it can read and erase your message.
      </p>
    </>
  );
}

/** Seen by programs alone: whoever fills it in is taken for one. */
function Trap() {
  return (
    <div aria-hidden="true" className="sr-only">
      <label>
        Leave this empty
        <input
          type="text"
          name={ENTRY.trap}
          defaultValue=""
          tabIndex={-1}
          autoComplete="off"
          data-1p-ignore=""
          data-lpignore="true"
        />
      </label>
    </div>
  );
}
