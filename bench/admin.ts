import { randomBytes } from "node:crypto";
import { Agent } from "node:http";
import { addSession, addUser, query } from "../lib/testing/signed-in";
import { openSite, percentile, request, type Site } from "./site";

const WARM_UP = 20;
const ROUNDS = 100;
const DRAFTS = 600;

/** What editors ask for: everything, the last page, a search with and without a hit, and each filter. */
const LISTS: Record<string, string> = {
  "all technologies": "/admin/technologies",
  "technologies by name, page 150": "/admin/technologies?sort=name&page=150",
  "a search": "/admin/technologies?q=cluster",
  "a search for what there is not": "/admin/technologies?q=zzzz",
  "technologies by kind, category and rating":
    "/admin/technologies?kind=language&category=category-3&ring=adopt",
  drafts: "/admin/technologies?state=draft",
  comparisons: "/admin/comparisons",
  categories: "/admin/categories",
  "the desk": "/admin",
};

export type AdminFigures = { technologies: number; lists: { name: string; p50: number; p95: number }[] };

/** Milliseconds that the server takes for a page of the admin, one request at a time, with many drafts about. */
export async function benchAdmin(technologies: number): Promise<AdminFigures> {
  const secret = randomBytes(32).toString("base64url");
  const site = await openSite(technologies, { NEXTAUTH_SECRET: secret });
  try {
    const userId = await addUser(site.databaseUrl, { name: "Ada", role: "editor" });
    await addDrafts(site, userId);
    const cookie = await addSession(site.databaseUrl, userId, secret);
    return { technologies, lists: await timeLists(site, cookie) };
  } finally {
    await site.close();
  }
}

async function timeLists(site: Site, cookie: string): Promise<AdminFigures["lists"]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times = new Map(Object.keys(LISTS).map((name) => [name, [] as number[]]));
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    for (const [name, path] of Object.entries(LISTS)) {
      const begun = performance.now();
      const status = await request(`${site.url}${path}`, { agent, headers: { cookie } });
      if (status !== 200) throw new Error(`${path} was answered with ${status}`);
      if (round >= WARM_UP) times.get(name)?.push(performance.now() - begun);
    }
  }
  agent.destroy();
  return [...times].map(([name, taken]) => ({
    name,
    p50: percentile(taken, 0.5),
    p95: percentile(taken, 0.95),
  }));
}

/** Half of them on technologies that are live, half of technologies that were never published. */
async function addDrafts(site: Site, userId: string): Promise<void> {
  await query(
    site.databaseUrl,
    `INSERT INTO "Draft" (id, "itemType", title, slug, document, base, "baseVersion", version, "authorId", "updatedById")
     SELECT CASE WHEN place % 2 = 0 THEN t.id ELSE gen_random_uuid() END, 'technology', t.name, t.slug,
       jsonb_build_object('name', t.name, 'slug', t.slug, 'kind', t.kind, 'category', c.slug, 'ring', '',
         'description', repeat(t.description, 10), 'aliases', '[]'::jsonb),
       CASE WHEN place % 2 = 0 THEN '{}'::jsonb END, CASE WHEN place % 2 = 0 THEN t.version END,
       nextval('"DraftVersion"'), $1, $1
     FROM (SELECT *, row_number() OVER (ORDER BY id) AS place FROM "Technology" ORDER BY id LIMIT $2) AS t
     JOIN "Category" c ON c.id = t."categoryId"`,
    [userId, DRAFTS],
  );
}
