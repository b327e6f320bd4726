import type { ServerResponse } from "node:http";
import { plainPage } from "./plain-page";
import { PLAIN_POLICY } from "./security";

/** Why there is no answer: the database is lost, more is asked for than can be made, or it is ours. */
export type Fault = "database" | "busy" | "ours";

const PAGES: Record<Fault, string> = {
  ours: plainPage("That went wrong", "The fault is ours, and it has been logged. Try again in a moment."),
  database: plainPage(
    "Back in a moment",
    "We cannot reach our records right now. Nothing is lost. Try this page again in a few seconds.",
  ),
  busy: plainPage("Too many at once", "More is asked of us than we can answer. Try again in a few seconds."),
};

const FAULTS: Record<Fault, { error: string; message: string }> = {
  ours: { error: "fault", message: "That went wrong. The fault is ours, and it has been logged." },
  database: {
    error: "unavailable",
    message: "We cannot reach our records right now. Try again in a moment.",
  },
  busy: { error: "busy", message: "More is asked of us than we can answer. Try again in a moment." },
};

const RETRY_AFTER_S = { database: "10", busy: "5" };

type Answer = { status: 500 | 503; body: string; head: Record<string, string | number> };

/** What we say of a fault, to a program or a person: `head` are the headers that go with it. */
export function faultAnswer(fault: Fault, wantsJson: boolean): Answer {
  const body = wantsJson ? JSON.stringify(FAULTS[fault]) : PAGES[fault];
  return {
    status: fault === "ours" ? 500 : 503,
    body,
    head: {
      "Content-Type": wantsJson ? "application/json" : "text/html; charset=utf-8",
      "Content-Length": Buffer.byteLength(body),
      "Content-Security-Policy": PLAIN_POLICY,
      "Cache-Control": "no-store",
      ...(fault !== "ours" && { "Retry-After": RETRY_AFTER_S[fault] }),
    },
  };
}

/**
 * Replaces an answer of 500 by a page that needs no script (Next's is empty without one), and makes it a 503 when
 * the database was lost on the way. `isDatabaseLost` is asked at the moment the answer begins.
 */
export function replaceFaults(
  response: ServerResponse,
  request: {
    wantsJson: boolean;
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
    const fault = request.isDatabaseLost() ? "database" : "ours";
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    const answer = faultAnswer(fault, request.wantsJson);
    original.writeHead(answer.status, answer.head);
    original.end(answer.body);
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
