import "server-only";
import nodemailer from "nodemailer";
import { requireEnv } from "../env";

const CONNECT_MS = 5_000;
const SILENCE_MS = 10_000;

type Transport = ReturnType<typeof createTransport>;

// Next bundles its parts separately; they share one transport through the process.
const shared = globalThis as { nicePickMail?: { url: string; transport: Transport } };

/** The mail server of SMTP_URL; null where none is set. Each message has a connection of its own. */
export function findTransport(): Transport | null {
  const { SMTP_URL: url } = requireEnv();
  if (url === undefined) return null;
  if (shared.nicePickMail?.url !== url) shared.nicePickMail = { url, transport: createTransport(url) };
  return shared.nicePickMail.transport;
}

export function isMailOn(): boolean {
  return requireEnv().SMTP_URL !== undefined;
}

function createTransport(url: string) {
  return nodemailer.createTransport({
    url,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    dnsTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    // A message is text of ours: nothing in it names a file or a page to be fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}
