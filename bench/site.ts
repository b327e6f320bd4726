import { mkdtemp, rm } from "node:fs/promises";
import { type Agent, get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { joinCluster } from "../lib/embedded/shares";
import { makeDataDir, runServer, stopServer, untilReady } from "../lib/testing/server";
import { migrate } from "../prisma/migrate";
import { benchImports, type ImportFigures, writeBenchCatalogue } from "./import";

/** A server that runs, with so many technologies on file. */
export type Site = {
  technologies: number;
  url: string;
  databaseUrl: string;
  /** Of the server's process. */
  pid: number;
  dataDir: string;
  /** Where PostgreSQL logs. */
  log: string;
  import: ImportFigures;
  close(): Promise<void>;
};

export async function openSite(technologies: number, settings: Record<string, string> = {}): Promise<Site> {
  const directory = await makeDataDir();
  const share = await joinCluster(directory.path);
  await migrate(share.url);
  const folder = await mkdtemp(join(tmpdir(), "nicepick-bench-"));
  const figures = await benchImports(await writeBenchCatalogue(folder, technologies), share.url);
  await rm(folder, { recursive: true });
  const server = await untilReady(await runServer({ ...settings, DATA_DIR: directory.path }));
  const close = async () => {
    await stopServer(server);
    await share.leave();
    await directory.remove();
  };
  return {
    technologies,
    url: server.url,
    databaseUrl: share.url,
    pid: server.child.pid ?? 0,
    dataDir: directory.path,
    log: join(directory.path, "postgres.log"),
    import: figures,
    close,
  };
}

/** The status of an answer, once all of it is there, and whether it was one that the server had kept. */
export function request(
  url: string,
  options: { agent: Agent; headers?: Record<string, string> },
): Promise<{ status: number; isKept: boolean }> {
  return new Promise((resolve, reject) => {
    get(url, options, (response) => {
      const { statusCode: status = 0, headers } = response;
      response.resume();
      response.once("end", () =>
        resolve({ status, isKept: String(headers["cache-status"]).includes("; hit") }),
      );
    }).once("error", reject);
  });
}

/** The value below which the given part of some times lies: 0.95 for the 95th percentile. */
export function percentile(times: number[], part: number): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
