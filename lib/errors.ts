/** The database could not be reached or went away while it was asked: a 503, and worth trying again. */
export class DatabaseUnavailable extends Error {
  constructor(cause: unknown) {
    super("The database cannot be reached.", { cause });
    this.name = "DatabaseUnavailable";
  }
}

/** More is asked of this process at once than it does at once: a 429, and worth trying again. */
export class TooBusy extends Error {
  constructor() {
    super("Too much is asked for at once.");
    this.name = "TooBusy";
  }
}

/** Prisma's codes for a server that cannot be reached, timed out, closed the connection or has no free one in time. */
const PRISMA_CODES = new Set(["P1000", "P1001", "P1002", "P1008", "P1017", "P2024", "P2028", "P2037"]);

/** PostgreSQL's: connection exceptions (class 08), shutting down or starting up (57P0x), too many connections. */
const SQLSTATE = /^(?:08...|57P0[1-5]|53300)$/;

const SOCKET_CODES = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
]);

/** A lost connection surfaces under many names, some of them plain errors with nothing but a message. */
const MESSAGES =
  /code: `(?:08\w{3}|57P0[1-5]|53300)`|connection terminated|timeout exceeded when trying to connect|timeout expired|connection ended unexpectedly|server has closed the connection|can't reach database server|client has encountered a connection error|not queryable/i;

export function isDatabaseUnavailable(error: unknown): boolean {
  for (let current = error, depth = 0; current && depth < 6; depth += 1) {
    if (current instanceof DatabaseUnavailable) return true;
    const { code, message, cause } = current as { code?: unknown; message?: unknown; cause?: unknown };
    if (
      typeof code === "string" &&
      (PRISMA_CODES.has(code) || SQLSTATE.test(code) || SOCKET_CODES.has(code))
    ) {
      return true;
    }
    const { originalCode } = (cause ?? {}) as { originalCode?: unknown };
    if (typeof originalCode === "string" && SQLSTATE.test(originalCode)) return true;
    if (typeof message === "string" && MESSAGES.test(message)) return true;
    current = cause;
  }
  return false;
}

/** A value that has to be the only one of its kind is there already: Prisma's name for PostgreSQL's refusal. */
export function isUniqueViolation(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === "P2002";
}
