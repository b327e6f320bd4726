// What our mails say. Each is a list of paragraphs, of which both the plain text and the HTML are made.

export type Mail = { to: string; subject: string; text: string; html: string };

type Paragraph = string | { link: string; label: string };

/** To somebody whom an owner asks in. `link` works once, for an hour. */
export function inviteMail(facts: {
  to: string;
  name: string;
  inviter: string;
  site: string;
  link: string;
}): Mail {
  const { to, name, inviter, site, link } = facts;
  return compose(to, "Your invitation to Nice Pick", [
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
  return compose(to, "Set a new password for Nice Pick", [
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
  return compose(to, "Your address at Nice Pick was changed", [
    `Hello ${name},`,
    `Your account at Nice Pick (${site}) now has the address ${address}. Mail goes there from now on, and you sign in with it.`,
    "If that was not you, tell an owner of the site at once.",
  ]);
}

export function passwordChangedMail(facts: { to: string; name: string; site: string }): Mail {
  const { to, name, site } = facts;
  return compose(to, "Your password at Nice Pick was changed", [
    `Hello ${name},`,
    `The password of your account at Nice Pick (${site}) was changed. Everywhere else, you are signed out.`,
    "If that was not you, tell an owner of the site at once.",
  ]);
}

function compose(to: string, subject: string, paragraphs: Paragraph[]): Mail {
  const body = paragraphs.map((paragraph) =>
    typeof paragraph === "string" ? oneLine(paragraph) : paragraph,
  );
  return {
    to: oneLine(to),
    subject: oneLine(subject),
    text: asText(body),
    html: asHtml(oneLine(subject), body),
  };
}

/** Names and addresses come from people: none may begin a line of its own, in a header or in the text. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ");
}

function asText(paragraphs: Paragraph[]): string {
  return `${paragraphs.map((paragraph) => (typeof paragraph === "string" ? paragraph : paragraph.link)).join("\n\n")}\n`;
}

const FONT = "font:16px/1.6 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;color:#0f1e26";
const BUTTON =
  "display:inline-block;padding:10px 18px;border-radius:8px;background:#0a6f93;color:#ffffff;text-decoration:none";

function asHtml(title: string, paragraphs: Paragraph[]): string {
  const rows = paragraphs.map((paragraph) => {
    if (typeof paragraph === "string") return `<p>${escapeHtml(paragraph)}</p>`;
    const { link, label } = paragraph;
    const href = escapeHtml(link);
    // The address is also shown: some readers see no buttons, and others want to know where one leads.
    return `<p><a href="${href}" style="${BUTTON}">${escapeHtml(label)}</a></p>\n<p style="color:#4a5c67">${href}</p>`;
  });
  return [
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>`,
    `<body style="margin:0;padding:24px;background:#fafcfd"><div style="max-width:560px;${FONT}">`,
    ...rows,
    "</div></body></html>",
    "",
  ].join("\n");
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
