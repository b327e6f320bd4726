import type { ServerResponse } from "node:http";
import { plainPage } from "./plain-page";
import { PLAIN_POLICY } from "./security";

export type Fault = { status: 500 | 503; databaseLost: boolean };

const PAGES = {
  500: plainPage("That went wrong", "The fault is ours, and it has been logged. Try again in a moment."),
  503: plainPage(
    "Back in a moment",
    "We cannot reach our records right now. Nothing is lost. Try this page again in a few seconds.",
  ),
};

const FAULTS = {
  500: { error: "fault", message: "That went wrong. The fault is ours, and it has been logged." },
  503: { error: "unavailable", message: "We cannot reach our records right now. Try again in a moment." },
};

type Answer = { body: string; head: Record<string, string | number> };

/** What we say of a fault, to a program or a person: `head` are the headers that go with it. */
export function faultAnswer({ status, databaseLost }: Fault, wantsJson: boolean): Answer {
  const body = wantsJson ? JSON.stringify(FAULTS[status]) : PAGES[status];
  return {
    body,
    head: {
      "Content-Type": wantsJson ? "application/json" : "text/html; charset=utf-8",
      "Content-Length": Buffer.byteLength(body),
      "Content-Security-Policy": PLAIN_POLICY,
      "Cache-Control": "no-store",
      ...(databaseLost && { "Retry-After": "10" }),
    },
  };
}

/**
 * Replaces an answer of 500 by a page that needs no script (Next's is empty without one), and makes it a 503 when
 * the database was lost on the way. `isDatabaseLost` is asked at the moment the answer begins; `kept` are the names of
 * the headers that stay.
 */
export function replaceFaults(
  response: ServerResponse,
  request: {
    wantsJson: boolean;
    kept: ReadonlySet<string>;
    isDatabaseLost: () => boolean;
    onFault: (fault: Fault) => void;
  },
): void {
  const original = {
    writeHead: response.writeHead.bind(response) as (status: number, ...rest: unknown[]) => ServerResponse,
    flushHeaders: response.flushHeaders.bind(response),
    write: response.write.bind(response) as (...args: unknown[]) => boolean,
    end: response.end.bind(response) as (...args: unknown[]) => ServerResponse,
  };
  let replaced = false;
  /** True once the answer is ours and what Next still writes is to be dropped. */
  const takeOver = (status: number): boolean => {
    if (replaced || response.headersSent || status !== 500) return replaced;
    replaced = true;
    const databaseLost = request.isDatabaseLost();
    const fault = { status: databaseLost ? 503 : 500, databaseLost } as const;
    for (const name of response.getHeaderNames()) {
      if (!request.kept.has(name)) response.removeHeader(name);
    }
    const { body, head } = faultAnswer(fault, request.wantsJson);
    original.writeHead(fault.status, head);
    original.end(body);
    request.onFault(fault);
    return true;
  };
  const callback = (args: unknown[]) => args.find((arg): arg is () => void => typeof arg === "function")?.();
  response.writeHead = (status: number, ...rest: unknown[]) =>
    takeOver(status) ? response : original.writeHead(status, ...rest);
  response.flushHeaders = () => {
    if (!takeOver(response.statusCode)) original.flushHeaders();
  };
  response.write = (...args: unknown[]) => {
    if (!takeOver(response.statusCode)) return original.write(...args);
    callback(args);
    return true;
  };
  response.end = (...args: unknown[]) => {
    if (!takeOver(response.statusCode)) return original.end(...args);
    callback(args);
    return response;
  };
}
