import { describe, expect, it } from "vitest";
import {
  acknowledgementMail,
  digestMail,
  feedbackMail,
  outcomeMail,
  replyMail,
  type ToldMessage,
  testMail,
} from "./feedback-templates";

const TOLD: ToldMessage = {
  number: 7,
  about: "PostgreSQL vs MySQL",
  wouldPick: "MySQL",
  message: "One.\n\n\tTwo & <three>.",
  builtWith: "A shop",
  name: "Ada",
  email: "ada@reader.example",
  deskLink: "https://nicepick.example/admin/feedback/1",
};
const STATUS = { about: "PostgreSQL vs MySQL", statusLink: "https://nicepick.example/feedback/status/t" };

describe("a message to the editors", () => {
  it("is told the same in text and in HTML", () => {
    const { subject, text, html } = feedbackMail(TOLD);
    expect(subject).toBe("A reader on PostgreSQL vs MySQL: would pick MySQL");
    expect(text).toContain(
      "Message 7. Ada (ada@reader.example) on PostgreSQL vs MySQL, who would pick MySQL:",
    );
    expect(text).toContain("\n\n> One.\n>\n> \tTwo & <three>.\n\nBuilt with it:\n\n> A shop\n\n");
    expect(html).toContain("One.<br>\n<br>\n\tTwo &amp; &lt;three&gt;.");
    for (const part of [text, html]) expect(part).toContain(TOLD.deskLink);
  });

  it("says so where it is about the site, picks neither side, and comes from nobody", () => {
    const { subject, text } = feedbackMail({
      ...TOLD,
      about: null,
      wouldPick: null,
      name: null,
      email: null,
    });
    expect(subject).toBe("A reader wrote about the site");
    expect(text).toContain("Message 7. A reader wrote about the site:");
    expect(text).toContain("The reader left no address to answer to.");
    expect(feedbackMail({ ...TOLD, wouldPick: null }).subject).toContain("would pick neither");
  });

  it("lets no text leave its quote, and no name its line", () => {
    const message = "One\r\nTwo\rThree\u2028Four\u2029Five\u0085Six\u000bSeven\u001b[31m";
    const { text } = feedbackMail({ ...TOLD, name: "Ada\nBcc: x", message });
    expect(text).toContain("\n> One\n> Two\n> Three\n> Four\n> Five\n> Six\n> Seven [31m\n");
    expect(text).toContain("Ada Bcc: x (");
  });
});

describe("a digest", () => {
  it("has each message with its link, and counts the rest", () => {
    const messages = [TOLD, { ...TOLD, number: 8, message: "Eight." }];
    const { subject, text } = digestMail({
      messages,
      more: 3,
      inboxLink: "https://nicepick.example/admin/feedback",
    });
    expect(subject).toBe("5 messages from readers");
    expect(text).toMatch(/Message 7\.[\s\S]*feedback\/1\n\nMessage 8\.[\s\S]*> Eight\./);
    expect(text).toContain("And 3 more, which are in the inbox.");
    expect(digestMail({ messages: [TOLD], more: 0, inboxLink: "" }).subject).toBe("1 message from readers");
  });
});

describe("a mail to a reader", () => {
  it.each([
    acknowledgementMail(STATUS),
    replyMail({ ...STATUS, text: "Dear Ada,\n\nyou are right." }),
    outcomeMail({ ...STATUS, accepted: true, reason: "You measured it.", changed: true }),
    outcomeMail({ ...STATUS, accepted: false, reason: null, changed: false }),
  ])("names the comparison and leads to the reader's page: $subject", ({ subject, text, html }) => {
    expect(subject).toContain("PostgreSQL vs MySQL");
    for (const part of [text, html]) expect(part).toContain(STATUS.statusLink);
  });

  it("is about the site where no comparison is meant", () => {
    expect(acknowledgementMail({ ...STATUS, about: null }).subject).toBe(
      "We have your message about the site",
    );
  });

  it("says how it was decided, and why", () => {
    const accepted = outcomeMail({ ...STATUS, accepted: true, reason: "You measured it.", changed: true });
    expect(accepted.subject).toMatch(/: accepted$/);
    expect(accepted.text).toContain("the page is changed");
    expect(accepted.text).toContain("Why: You measured it.");
    const agreed = outcomeMail({ ...STATUS, accepted: true, reason: null, changed: false });
    expect(agreed.text).not.toMatch(/changed|Why/);
    expect(outcomeMail({ ...STATUS, accepted: false, reason: null, changed: false }).text).toContain(
      "We stay",
    );
  });
});

it("a test mail says where it was asked for", () => {
  expect(testMail({ name: "Grace", site: "https://nicepick.example" }).text).toContain(
    "https://nicepick.example",
  );
});
