import { type Content, compose, type Paragraph } from "./compose";

// What our mails about readers' messages say. What readers typed stands in no subject and no header.

/** `about` and `wouldPick` are names of ours; null: the site as a whole, and neither side. */
export type ToldMessage = {
  number: number;
  about: string | null;
  wouldPick: string | null;
  message: string;
  builtWith: string | null;
  name: string | null;
  email: string | null;
  deskLink: string;
};

/** To the editors: one message. */
export function feedbackMail(message: ToldMessage): Content {
  const { about, wouldPick, email, deskLink } = message;
  const subject =
    about === null
      ? "A reader wrote about the site"
      : `A reader on ${about}: would pick ${wouldPick ?? "neither"}`;
  return compose(subject, [
    ...tell(message),
    email === null
      ? "The reader left no address to answer to."
      : "An answer to this mail goes to the reader and is not kept. At the desk it is:",
    { link: deskLink, label: "Open the message" },
  ]);
}

/** To the editors: messages that came close together, oldest first. `more` of them are only counted. */
export function digestMail(facts: { messages: ToldMessage[]; more: number; inboxLink: string }): Content {
  const { messages, more, inboxLink } = facts;
  const count = messages.length + more;
  const all = count === 1 ? "1 message" : `${count} messages`;
  return compose(`${all} from readers`, [
    `${all} came in within a short time, so ${count === 1 ? "it comes" : "they come"} together.`,
    ...messages.flatMap((message) => [...tell(message), message.deskLink]),
    ...(more > 0 ? [`And ${more} more, which are in the inbox.`] : []),
    { link: inboxLink, label: "Open the inbox" },
  ]);
}

function tell(message: ToldMessage): Paragraph[] {
  const { number, about, wouldPick, builtWith, name, email } = message;
  const who = name ?? "A reader";
  const from = email === null ? who : `${who} (${email})`;
  const said =
    about === null ? "wrote about the site" : `on ${about}, who would pick ${wouldPick ?? "neither"}`;
  return [
    `Message ${number}. ${from} ${said}:`,
    { quote: message.message },
    ...(builtWith === null ? [] : ["Built with it:", { quote: builtWith }]),
  ];
}

/** To the reader, by itself: their message is here. Anybody can name an address, so it repeats nothing of it. */
export function acknowledgementMail(facts: { about: string | null; statusLink: string }): Content {
  return compose(`We have your message about ${subjectOf(facts.about)}`, [
    `Thank you. Your message about ${subjectOf(facts.about)} is with our editors.`,
    "We read every one. What came of yours is always here, and you can have your data erased there:",
    { link: facts.statusLink, label: "See your message" },
    "If you did not write to us, somebody gave your address by mistake. There is nothing to do.",
  ]);
}

/** To the reader, by an editor. */
export function replyMail(facts: { about: string | null; text: string; statusLink: string }): Content {
  return compose(`Re: Your message about ${subjectOf(facts.about)}`, [
    { lines: facts.text },
    "Your message, and what came of it:",
    { link: facts.statusLink, label: "See your message" },
  ]);
}

/** To the reader: how it was decided. `changed`: the page was changed because of it. */
export function outcomeMail(facts: {
  about: string | null;
  accepted: boolean;
  reason: string | null;
  changed: boolean;
  statusLink: string;
}): Content {
  const { about, accepted, reason, changed, statusLink } = facts;
  const yes = changed ? "You made your case, and the page is changed." : "You made your case. We agree.";
  return compose(`Your message about ${subjectOf(about)}: ${accepted ? "accepted" : "declined"}`, [
    `We have read your message about ${subjectOf(about)} and made up our minds.`,
    accepted ? yes : "We stay with what the page says.",
    ...(reason === null ? [] : [`Why: ${reason}`]),
    { link: statusLink, label: "See your message" },
    "Thank you for writing.",
  ]);
}

/** To whoever asked for it at the desk. */
export function testMail(facts: { name: string; site: string }): Content {
  return compose("A test mail from Nice Pick", [
    `Hello ${facts.name},`,
    `You asked for a test mail at ${facts.site}. Here it is: mail works.`,
  ]);
}

function subjectOf(about: string | null): string {
  return about ?? "the site";
}
