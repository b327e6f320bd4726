import { Agent, get } from "node:http";
import { Client } from "pg";
import { openSite, percentile, request } from "./site";

export type SitemapFigures = {
  technologies: number;
  /** The slowest file of the sitemap: from the question to the last byte. */
  file: { name: string; seconds: number; megabytes: number; addresses: number };
  /** Of another page, asked for again and again while that file is written; and alone. Milliseconds. */
  page: { during: number; alone: number };
};

const PAGE = "/methodology";

/** Writes every file of the sitemap of a large catalogue, and looks how long others wait for a page meanwhile. */
export async function benchSitemap(technologies: number): Promise<SitemapFigures> {
  const site = await openSite(100);
  try {
    await fill(site.databaseUrl, technologies);
    const index = await read(`${site.url}/sitemap.xml`);
    const files = [...index.matchAll(/<loc>[^<]*(\/sitemaps\/[^<]*)<\/loc>/g)].map(([, path = ""]) => path);
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const alone = await times(`${site.url}${PAGE}`, agent, () => false, 100);
    let slowest: SitemapFigures["file"] = { name: "", seconds: 0, megabytes: 0, addresses: 0 };
    const during: number[] = [];
    for (const path of files) {
      const begun = performance.now();
      let isDone = false;
      const reading = read(`${site.url}${path}`).finally(() => {
        isDone = true;
      });
      during.push(...(await times(`${site.url}${PAGE}`, agent, () => isDone, 10_000)));
      const text = await reading;
      const seconds = (performance.now() - begun) / 1_000;
      const addresses = text.split("<loc>").length - 1;
      if (seconds > slowest.seconds)
        slowest = { name: path, seconds, megabytes: text.length / 1e6, addresses };
    }
    agent.destroy();
    return {
      technologies,
      file: slowest,
      page: { during: percentile(during, 0.99), alone: percentile(alone, 0.99) },
    };
  } finally {
    await site.close();
  }
}

/** Rows straight into the database: an import of so many takes minutes, and is another part's to measure. */
async function fill(databaseUrl: string, technologies: number): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(
    `INSERT INTO "Technology" (id, slug, name, kind, "categoryId", description, lead, ring, "updatedAt")
     SELECT gen_random_uuid(), 'filler-' || n, 'Filler ' || n, 'tool',
       (SELECT id FROM "Category" ORDER BY slug OFFSET n % (SELECT count(*) FROM "Category") LIMIT 1),
       'd', 'l', (ARRAY['adopt', 'trial', 'assess', 'hold'])[1 + n % 4]::"Ring", now()
     FROM generate_series(1, $1::int) AS n`,
    [technologies],
  );
  await client.query(
    `INSERT INTO "Point" ("technologyId", side, position, text)
     SELECT t.id, side::"PointSide", position, 'p' FROM "Technology" t, unnest(ARRAY['pro', 'con']) AS side,
       generate_series(0, 1) AS position WHERE t.slug LIKE 'filler-%'`,
  );
  await client.query("ANALYZE");
  await client.end();
}

async function times(url: string, agent: Agent, isOver: () => boolean, most: number): Promise<number[]> {
  const found: number[] = [];
  while (!isOver() && found.length < most) {
    const begun = performance.now();
    await request(url, { agent });
    found.push(performance.now() - begun);
  }
  return found;
}

function read(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.once("end", () => resolve(Buffer.concat(parts).toString()));
      response.once("error", reject);
    }).once("error", reject);
  });
}
