import type { ServerResponse } from "node:http";
import { plainPage } from "./plain-page";

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

/**
 * Replaces an answer of 500 by a page that needs no script (Next's is empty without one), and makes it a 503 when
 * the database was lost on the way. `isDatabaseLost` is asked at the moment the answer begins.
 */
export function replaceFaults(
  response: ServerResponse,
  request: { wantsJson: boolean; isDatabaseLost: () => boolean; onFault: (fault: Fault) => void },
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
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    const body = request.wantsJson ? JSON.stringify(FAULTS[fault.status]) : PAGES[fault.status];
    original.writeHead(fault.status, {
      "Content-Type": request.wantsJson ? "application/json" : "text/html; charset=utf-8",
      "Content-Length": Buffer.byteLength(body),
      "Cache-Control": "no-store",
      ...(databaseLost && { "Retry-After": "10" }),
    });
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
