/**
 * Why a mail was not taken. `answered`: the server was there, and this mail, or all of its recipients, is what it did
 * not take. `forGood`: it will say the same again.
 */
export type Failure = { text: string; answered: boolean; forGood: boolean };

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

/** Of what nodemailer throws; a refusal for good is one with a code of 500 and above (RFC 5321, 4.2.1). */
export function readFailure(error: unknown): Failure {
  const { code, responseCode, rejectedErrors } = (error ?? {}) as {
    code?: unknown;
    responseCode?: unknown;
    rejectedErrors?: unknown;
  };
  const answered = (code === "EENVELOPE" || code === "EMESSAGE") && typeof responseCode === "number";
  const all = Array.isArray(rejectedErrors) && rejectedErrors.length > 0 ? rejectedErrors : [error];
  return { text: explain(error), answered, forGood: answered && all.every(isForGood) };
}

export function isForGood(error: unknown): boolean {
  const { responseCode } = (error ?? {}) as { responseCode?: unknown };
  return typeof responseCode === "number" && responseCode >= 500;
}
