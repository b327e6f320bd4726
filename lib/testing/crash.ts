import { randomUUID } from "node:crypto";
import { findPostmaster } from "../embedded/postmaster";
import { emptyTechnologyForm, type TechnologyForm } from "../technologies/form";
import { makeDataDir, runServer, stopServer, type TestServer, until, untilReady } from "./server";
import { addSession, addUser, embeddedUrl, query } from "./signed-in";

// Editors who save and publish while the server, and now and then its database, is killed under them.

const SECRET = "a secret of the crash test, long enough for anybody";
const WRITERS = 6;
/** After so many saves an editor publishes. */
const SAVES_TO_PUBLISH = 3;
/** A server is not killed before it has acknowledged more than so many. */
const ANSWERS_BEFORE = 6;
/** The database goes too, each time out of this many. */
const DATABASE_EVERY = 4;

type Head = { draft: number | null; live: number | null };

/** One editor on one item. `saved` and `published` are the newest numbers that the server has acknowledged. */
type Writer = {
  itemId: string;
  name: string;
  cookie: string;
  seen: Head;
  next: number;
  saved: number;
  published: number;
};

export type CrashReport = { kills: number; saves: number; publishes: number; faults: string[] };

/**
 * Kills the server `kills` times with SIGKILL while editors write, and after each start looks in the database: each
 * acknowledged save must be there, and each record whole. Deterministic but for the timing of processes.
 */
export async function crashEditing(kills: number, log: (line: string) => void): Promise<CrashReport> {
  const dataDir = await makeDataDir();
  const settings = { DATA_DIR: dataDir.path, NEXTAUTH_SECRET: SECRET };
  const report: CrashReport = { kills: 0, saves: 0, publishes: 0, faults: [] };
  let server = await untilReady(await runServer(settings));
  try {
    const url = await embeddedUrl(dataDir.path);
    const [category] = await query<{ slug: string }>(
      url,
      `SELECT slug FROM "Category" ORDER BY slug LIMIT 1`,
    );
    const writers = await Promise.all(Array.from({ length: WRITERS }, (_, index) => makeWriter(url, index)));
    for (let kill = 1; kill <= kills; kill += 1) {
      const running = { over: false };
      const work = writers.map((writer) => write(server, writer, category?.slug ?? "", running, report));
      const before = report.saves + report.publishes;
      await until(async () => report.saves + report.publishes > before + ANSWERS_BEFORE);
      await new Promise((resolve) => setTimeout(resolve, (kill * 137) % 700));
      const withDatabase = kill % DATABASE_EVERY === 0;
      const postmaster = withDatabase ? await postmasterOf(await embeddedUrl(dataDir.path)) : null;
      server.child.kill("SIGKILL");
      if (postmaster) process.kill(postmaster, "SIGKILL");
      running.over = true;
      await Promise.all([...work, server.ended]);
      report.kills += 1;
      server = await untilReady(await runServer(settings));
      const now = await embeddedUrl(dataDir.path);
      for (const writer of writers) report.faults.push(...(await inspect(now, writer)));
      log(
        `kill ${kill}${withDatabase ? ", with the database" : ""}: ${report.saves} saves and ${report.publishes} publications acknowledged, ${report.faults.length} faults`,
      );
    }
    return report;
  } finally {
    await stopServer(server);
    await dataDir.remove();
  }
}

async function makeWriter(url: string, index: number): Promise<Writer> {
  const name = `Writer ${index}`;
  const userId = await addUser(url, { name, role: "editor" });
  const cookie = await addSession(url, userId, SECRET);
  return {
    itemId: randomUUID(),
    name,
    cookie,
    seen: { draft: null, live: null },
    next: 1,
    saved: 0,
    published: 0,
  };
}

/** Every text of the form holds the number: a mixture of two would show. */
function formOf(writer: Writer, category: string, number: number): TechnologyForm {
  const point = (key: string) => ({
    key,
    text: `${key} ${number}`,
    sourceTitle: "",
    sourceUrl: "",
    checkedAt: "",
  });
  return {
    ...emptyTechnologyForm(),
    slug: writer.name.toLowerCase().replace(" ", "-"),
    name: writer.name,
    kind: "tool",
    category,
    description: `description ${number}`,
    lead: `lead ${number}`,
    pros: ["a", "b", "c"].map(point),
    cons: ["d", "e"].map(point),
    aliases: [`alias ${number}`],
  };
}

async function write(
  server: TestServer,
  writer: Writer,
  category: string,
  running: { over: boolean },
  report: CrashReport,
): Promise<void> {
  while (!running.over) {
    const number = writer.next;
    writer.next += 1;
    const publishes = writer.saved - writer.published >= SAVES_TO_PUBLISH;
    const answer = await post(server, writer, publishes ? "publish" : "save", {
      form: formOf(writer, category, number),
      seen: writer.seen,
      ...(writer.seen.live !== null && { rebasedOn: writer.seen.live }),
    });
    if (answer === null) continue;
    const { status, body } = answer;
    if (status === 409 && body.state) {
      writer.seen = { draft: body.state.draft?.version ?? null, live: body.state.live?.version ?? null };
    } else if (status === 200 && publishes) {
      Object.assign(writer, { saved: number, published: number, seen: { draft: null, live: body.live } });
      report.publishes += 1;
    } else if (status === 200) {
      Object.assign(writer, { saved: number, seen: { ...writer.seen, draft: body.draft } });
      report.saves += 1;
    } else if (status < 500) {
      report.faults.push(`${writer.name}: ${status} ${JSON.stringify(body).slice(0, 300)}`);
    }
  }
}

// biome-ignore lint/suspicious/noExplicitAny: an answer of any of the endpoints
type Answer = { status: number; body: any };

/** Null when nothing, or half of something, came back: the server is gone. */
async function post(
  server: TestServer,
  writer: Writer,
  command: string,
  body: object,
): Promise<Answer | null> {
  try {
    const response = await fetch(`${server.url}/api/admin/drafts/${command}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Cookie: writer.cookie },
      body: JSON.stringify({ itemType: "technology", itemId: writer.itemId, ...body }),
    });
    return { status: response.status, body: await response.json() };
  } catch {
    return null;
  }
}

type Found = {
  draft: string | null;
  lead: string | null;
  description: string | null;
  points: string[] | null;
  aliases: string[] | null;
  version: number | null;
  revisions: number;
  snapshot: string | null;
};

async function inspect(url: string, writer: Writer): Promise<string[]> {
  let found: Found | undefined;
  await until(async () => {
    const rows = await query<Found>(
      url,
      `SELECT (SELECT document->>'lead' FROM "Draft" WHERE id = $1) AS draft, t.lead, t.description, t.version,
        (SELECT array_agg(text) FROM "Point" WHERE "technologyId" = $1) AS points,
        (SELECT array_agg(name) FROM "Alias" WHERE "technologyId" = $1) AS aliases,
        (SELECT count(*)::int FROM "Revision" WHERE "technologyId" = $1) AS revisions,
        (SELECT snapshot->>'lead' FROM "Revision" WHERE "technologyId" = $1 ORDER BY number DESC LIMIT 1) AS snapshot
       FROM (SELECT 1) AS one LEFT JOIN "Technology" t ON t.id = $1`,
      [writer.itemId],
    ).catch(() => null);
    found = rows?.[0];
    return found !== undefined;
  });
  if (!found) return [`${writer.name}: the database did not answer`];
  const faults: string[] = [];
  const numberOf = (text: string | null) => Number(/\d+$/.exec(text ?? "")?.[0] ?? 0);
  const live = numberOf(found.lead);
  const newest = Math.max(live, numberOf(found.draft));
  if (newest < writer.saved) faults.push(`save ${writer.saved} was acknowledged, ${newest} is there`);
  if (live < writer.published) faults.push(`${writer.published} was published, ${live} is there`);
  if (found.draft !== null && numberOf(found.draft) < live)
    faults.push("an old draft lies over what was published");
  if (found.lead !== null) {
    const texts = [found.description, found.snapshot, ...(found.points ?? []), ...(found.aliases ?? [])];
    const whole = texts.every((text) => numberOf(text) === live) && found.points?.length === 5;
    if (!whole) faults.push(`half published: lead ${live}, ${JSON.stringify(texts)}`);
    if (found.revisions !== found.version)
      faults.push(`version ${found.version}, ${found.revisions} revisions`);
  }
  return faults.map((fault) => `${writer.name}: ${fault}`);
}

async function postmasterOf(url: string): Promise<number> {
  const [row] = await query<{ data_directory: string }>(url, "SHOW data_directory");
  const found = await findPostmaster(row?.data_directory ?? "");
  if (!found) throw new Error("no database runs");
  return found.pid;
}
