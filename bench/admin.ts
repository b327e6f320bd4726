import { randomBytes, randomUUID } from "node:crypto";
import { Agent } from "node:http";
import { emptyTechnologyForm } from "../lib/technologies/form";
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

type Figure = { name: string; p50: number; p95: number };

export type AdminFigures = { technologies: number; figures: Figure[] };

/**
 * Milliseconds that the server takes for a page of the admin, and for keeping a draft of the longest form, one request
 * at a time, with many drafts about.
 */
export async function benchAdmin(technologies: number): Promise<AdminFigures> {
  const secret = randomBytes(32).toString("base64url");
  const site = await openSite(technologies, { NEXTAUTH_SECRET: secret });
  try {
    const userId = await addUser(site.databaseUrl, { name: "Ada", role: "editor" });
    await addDrafts(site, userId);
    const cookie = await addSession(site.databaseUrl, userId, secret);
    const lists = await timeLists(site, cookie);
    return { technologies, figures: [...lists, await timeSaves(site, cookie)] };
  } finally {
    await site.close();
  }
}

async function timeLists(site: Site, cookie: string): Promise<Figure[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times = new Map(Object.keys(LISTS).map((name) => [name, [] as number[]]));
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    for (const [name, path] of Object.entries(LISTS)) {
      const begun = performance.now();
      const { status } = await request(`${site.url}${path}`, { agent, headers: { cookie } });
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

/** One editor's saves of a form with thirty pros and thirty cons, one after another. */
async function timeSaves(site: Site, cookie: string): Promise<Figure> {
  const itemId = randomUUID();
  const point = (side: string, index: number) => ({
    ...{ key: `${side}-${index}`, text: `${side} ${index} `.repeat(60), checkedAt: "2026-11-01" },
    ...{ sourceTitle: "The manual", sourceUrl: "https://example.com/manual" },
  });
  const points = (side: string) => Array.from({ length: 30 }, (_, index) => point(side, index));
  const form = { ...emptyTechnologyForm(), name: "Long", slug: "long", pros: points("p"), cons: points("c") };
  const taken: number[] = [];
  let draft: number | null = null;
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const begun = performance.now();
    const response = await fetch(`${site.url}/api/admin/drafts/save`, {
      method: "POST",
      headers: { cookie, "Content-Type": "application/json" },
      body: JSON.stringify({
        ...{ itemType: "technology", itemId, seen: { draft, live: null } },
        form: { ...form, lead: `Saved ${round} times.` },
      }),
    });
    const saved = (await response.json()) as { draft: number };
    if (round >= WARM_UP) taken.push(performance.now() - begun);
    if (response.status !== 200) throw new Error(`a save was answered with ${response.status}`);
    draft = saved.draft;
  }
  return {
    name: "autosave of 60 points, there and back",
    p50: percentile(taken, 0.5),
    p95: percentile(taken, 0.95),
  };
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
