import "server-only";
import { requireEnv } from "../env";
import { explain } from "./failure";
import type { Mail } from "./templates";
import { findTransport } from "./transport";

/** `off`: the site sends no mail. `failed`: it does, and the mail server did not take this one. */
export type Sent = "sent" | "off" | "failed";

/** However slowly a server answers, nobody waits longer. */
const PATIENCE_MS = 15_000;

/** Hands a mail to the mail server. Never throws; a failure is logged, without what the mail says. */
export async function sendMail(mail: Mail): Promise<Sent> {
  const transport = findTransport();
  if (!transport) return "off";
  try {
    await transport.sendMail({
      from: requireEnv().MAIL_FROM,
      // As an object it is one address, whatever is in it.
      to: { name: "", address: mail.to },
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return "sent";
  } catch (error) {
    console.error(`A mail was not sent: ${JSON.stringify(explain(error))}`);
    return "failed";
  }
}
