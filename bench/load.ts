import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { requireTool } from "./tools";

const REPORT = fileURLToPath(new URL("./report.lua", import.meta.url));

/** p50 and p99 in milliseconds. */
export type Load = { perSecond: number; p50: number; p99: number };

export type Asked = { url: string; headers: Record<string, string> };

/**
 * The same request again and again for so many seconds, by wrk in one thread, on connections that stay open. Throws when
 * one was not answered, or with an error.
 */
export async function runLoad(
  { url, headers }: Asked,
  { connections, seconds }: { connections: number; seconds: number },
): Promise<Load> {
  const { command, env } = requireTool("wrk");
  const named = Object.entries(headers).flatMap(([name, value]) => ["-H", `${name}: ${value}`]);
  const args = ["-t1", `-c${connections}`, `-d${seconds}s`, "--timeout", "20s", "-s", REPORT, ...named, url];
  const child = spawn(command, args, { env, stdio: ["ignore", "pipe", "inherit"] });
  const printed = await text(child.stdout);
  const found = /^figures (\{.*\})$/m.exec(printed)?.[1];
  if (!found) throw new Error(`wrk did not finish:\n${printed}`);
  const { requests, microseconds, p50, p99, wrong } = JSON.parse(found) as Record<string, number>;
  if (!requests || !microseconds || wrong) {
    throw new Error(`wrk: of ${requests} requests to ${url}, ${wrong} went wrong`);
  }
  return { perSecond: requests / (microseconds / 1e6), p50: (p50 ?? 0) / 1_000, p99: (p99 ?? 0) / 1_000 };
}
