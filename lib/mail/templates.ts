import { type Content, compose, oneLine, type Paragraph } from "./compose";

// What our mails about accounts say.

export type Mail = Content & { to: string };

/** To somebody whom an owner asks in. `link` works once, for an hour. */
export function inviteMail(facts: {
  to: string;
  name: string;
  inviter: string;
  site: string;
  link: string;
}): Mail {
  const { to, name, inviter, site, link } = facts;
  return mail(to, "Your invitation to Nice Pick", [
    `Hello ${name},`,
    `${inviter} invites you to write for Nice Pick (${site}). Choose a password, and you are in:`,
    { link, label: "Accept the invitation" },
    "The link works once, for one hour. If it has run out, ask for another one.",
    "If you did not expect this, there is nothing to do.",
  ]);
}

/** To somebody who asked for a new password, or for whom an owner did. */
export function resetMail(facts: { to: string; name: string; site: string; link: string }): Mail {
  const { to, name, site, link } = facts;
  return mail(to, "Set a new password for Nice Pick", [
    `Hello ${name},`,
    `A new password was asked for, for your account at Nice Pick (${site}). Set it here:`,
    { link, label: "Set a new password" },
    "The link works once, for one hour. Your password stays as it is until then.",
    "If you did not ask for this, there is nothing to do.",
  ]);
}

/** To the address that an account had before. */
export function addressChangedMail(facts: { to: string; name: string; site: string; address: string }): Mail {
  const { to, name, site, address } = facts;
  return mail(to, "Your address at Nice Pick was changed", [
    `Hello ${name},`,
    `Your account at Nice Pick (${site}) now has the address ${address}. Mail goes there from now on, and you sign in with it.`,
    "If that was not you, tell an owner of the site at once.",
  ]);
}

export function passwordChangedMail(facts: { to: string; name: string; site: string }): Mail {
  const { to, name, site } = facts;
  return mail(to, "Your password at Nice Pick was changed", [
    `Hello ${name},`,
    `The password of your account at Nice Pick (${site}) was changed. Everywhere else, you are signed out.`,
    "If that was not you, tell an owner of the site at once.",
  ]);
}

function mail(to: string, subject: string, paragraphs: Paragraph[]): Mail {
  return { to: oneLine(to), ...compose(subject, paragraphs) };
}
