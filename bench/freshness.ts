import { Agent, get } from "node:http";
import { text } from "node:stream/consumers";
import { setTimeout as delay } from "node:timers/promises";
import { Client } from "pg";
import { makeDataDir, runServer, stopServer, untilReady } from "../lib/testing/server";
import { percentile } from "./site";

const EDITS = 20;
const ASK_EVERY_MS = 1;
const PATIENCE_MS = 20_000;

type Times = { median: number; most: number };

/**
 * Milliseconds from the commit of an edit to the first answer with it, on two instances of which one is asked all the
 * time: on one machine they would take each other's processor.
 */
export type Freshness = { first: Times; second: Times };

/** `path`: of a comparison that an editor wrote, on the server at `url`. */
export async function benchFreshness(site: {
  databaseUrl: string;
  secret: string;
  url: string;
  path: string;
}): Promise<Freshness> {
  const directory = await makeDataDir();
  const second = await untilReady(
    await runServer({
      DATA_DIR: directory.path,
      DATABASE_URL: site.databaseUrl,
      NEXTAUTH_SECRET: site.secret,
    }),
  );
  const client = new Client({ connectionString: site.databaseUrl });
  await client.connect();
  try {
    const times = [];
    for (const { url } of [site, second]) times.push(await timeEdits(client, url, site.path));
    const [first = [], other = []] = times;
    return { first: timesOf(first), second: timesOf(other) };
  } finally {
    await client.end();
    await stopServer(second);
    await directory.remove();
  }
}

async function timeEdits(client: Client, url: string, path: string): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times: number[] = [];
  for (let edit = 0; edit < EDITS; edit += 1) {
    const mark = `Edited for the bench, ${Date.now()}-${edit}.`;
    await read(url + path, agent);
    await client.query("BEGIN");
    await editComparison(client, path, mark);
    const seen = untilSeen(url + path, mark, agent);
    const begun = performance.now();
    await client.query("COMMIT");
    times.push((await seen) - begun);
  }
  agent.destroy();
  return times;
}

async function editComparison(client: Client, path: string, standfirst: string): Promise<void> {
  const { rowCount } = await client.query(
    `UPDATE "Comparison" c SET standfirst = $1, version = c.version + 1, "updatedAt" = now()
     FROM "Technology" l, "Technology" r
     WHERE l.id = c."leftId" AND r.id = c."rightId" AND $2 = '/compare/' || l.slug || '-vs-' || r.slug`,
    [standfirst, path],
  );
  if (rowCount !== 1) throw new Error(`${path} is no comparison that an editor wrote`);
}

/** When the first answer with the mark had come. */
async function untilSeen(page: string, mark: string, agent: Agent): Promise<number> {
  const deadline = performance.now() + PATIENCE_MS;
  while (performance.now() < deadline) {
    if ((await read(page, agent)).includes(mark)) return performance.now();
    await delay(ASK_EVERY_MS);
  }
  throw new Error(`${page}: an edit was not seen within ${PATIENCE_MS / 1_000} s`);
}

function read(page: string, agent: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    get(page, { agent }, (response) => text(response).then(resolve, reject)).once("error", reject);
  });
}

function timesOf(times: number[]): Times {
  return { median: percentile(times, 0.5), most: Math.max(...times) };
}
