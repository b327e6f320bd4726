/**
 * Why a mail was not taken. `unreachable`: no mail would have been, at this time; else it is about this one. `forGood`:
 * the server will say the same again.
 */
export type Failure = { text: string; unreachable: boolean; forGood: boolean };

/** Characters of a reason that is kept. */
export const LONGEST = 300;

/** What the connection or the server said, on one line. A server may quote the mail, whose links are secrets. */
export function explain(error: unknown): string {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  return bounded(`${code ?? "?"} ${message ?? ""}`);
}

/** One line that may be kept for good: without links, and without addresses, which are erased elsewhere. */
export function bounded(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/https?:\S+/gi, "(a link)")
    .replace(/[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/g, "(an address)")
    .slice(0, LONGEST)
    .toWellFormed();
}

/** What nodemailer calls that which has nothing to do with the mail. */
const UNREACHABLE = new Set([
  ...["ECONNECTION", "ETIMEDOUT", "ESOCKET", "EDNS", "ETLS", "EPROXY", "EPROTOCOL"],
  ...["EAUTH", "ENOAUTH", "EOAUTH2", "EABORT", "ESTREAM"],
]);

/** Of what nodemailer throws; a refusal for good is one with a code of 500 and above (RFC 5321, 4.2.1). */
export function readFailure(error: unknown): Failure {
  const { code, rejectedErrors } = (error ?? {}) as { code?: unknown; rejectedErrors?: unknown };
  const unreachable = typeof code === "string" && (UNREACHABLE.has(code) || code.startsWith("ECONN"));
  const all = Array.isArray(rejectedErrors) && rejectedErrors.length > 0 ? rejectedErrors : [error];
  return { text: explain(error), unreachable, forGood: !unreachable && all.every(isForGood) };
}

export function isForGood(error: unknown): boolean {
  const { responseCode } = (error ?? {}) as { responseCode?: unknown };
  return typeof responseCode === "number" && responseCode >= 500;
}
