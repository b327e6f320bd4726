import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import type { TestProject } from "vitest/node";
import { migrate } from "../../prisma/migrate";
import { joinCluster } from "../embedded/shares";

declare module "vitest" {
  interface ProvidedContext {
    /** A server on which every test file makes databases of its own, from the migrated template. */
    serverUrl: string;
  }
}

export const TEMPLATE = "template_nicepick";

/** One PostgreSQL for the whole run, with a migrated database to copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), "nicepick-test-"));
  // PostgreSQL's own user must get in, where the tests run as root.
  await chmod(directory, 0o755);
  const share = await joinCluster(directory, { ephemeral: true });
  const client = new Client({ connectionString: share.url });
  await client.connect();
  await client.query(`CREATE DATABASE ${TEMPLATE}`);
  await client.end();
  await migrate(withDatabase(share.url, TEMPLATE));
  project.provide("serverUrl", share.url);
  return async () => {
    await share.leave();
    await rm(directory, { recursive: true, force: true });
  };
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
