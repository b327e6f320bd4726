import "server-only";
import { requireEnv } from "../env";
import { sendMail } from "../mail/send";
import { inviteMail, resetMail } from "../mail/templates";
import type { Delivery } from "./types";

type Facts = { email: string; name: string; secret: string };

/** Mails an invitation; where no mail takes it, the link comes back, to be passed on by hand. */
export async function deliverInvite(facts: Facts & { inviter: string }): Promise<Delivery> {
  const { email: to, name, inviter, secret } = facts;
  const link = linkTo("invite", secret);
  const mail = await sendMail(inviteMail({ to, name, inviter, site: requireEnv().SITE_URL, link }));
  return { mail, link: mail === "sent" ? null : link };
}

/** The same for a link to set a new password. */
export async function deliverReset({ email: to, name, secret }: Facts): Promise<Delivery> {
  const link = linkTo("reset", secret);
  const mail = await sendMail(resetMail({ to, name, site: requireEnv().SITE_URL, link }));
  return { mail, link: mail === "sent" ? null : link };
}

function linkTo(page: "invite" | "reset", secret: string): string {
  return `${requireEnv().SITE_URL}/admin/${page}?token=${secret}`;
}
