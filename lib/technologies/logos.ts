import "server-only";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Memo } from "../memo";

/** Some marks are engravings. A page is not made twice as heavy by one; a list of a dozen takes only small ones. */
const LONGEST_PATH = 24_000;
const LONGEST_IN_LIST = 5_500;
const MOST_KEPT = 1_000;

// Turbopack would otherwise trace, and bundle, everything that the path could mean.
const ICONS = join(/* turbopackIgnore: true */ process.cwd(), "node_modules/simple-icons/icons");

const kept = new Memo<string | undefined>({ forMs: Number.POSITIVE_INFINITY, most: MOST_KEPT });

/**
 * The mark of a simple-icons slug as the `d` of one path in a 24 by 24 view box; undefined where there is none. Files
 * of the package are read once for each process.
 */
export function findLogo(slug: string | null | undefined): Promise<string | undefined> {
  if (!slug || !/^[a-z0-9]{1,80}$/.test(slug)) return Promise.resolve(undefined);
  return kept.get(slug, () => readLogo(slug));
}

/** The same for an entry of a list, where a mark that is drawn in too much detail is left out. */
export async function findSmallLogo(slug: string | null | undefined): Promise<string | undefined> {
  const path = await findLogo(slug);
  return path && path.length <= LONGEST_IN_LIST ? path : undefined;
}

/** The marks of some slugs, by slug; one without a mark is not in the map. */
export async function findLogos(slugs: string[]): Promise<Map<string, string>> {
  const found = await Promise.all(slugs.map(async (slug) => [slug, await findLogo(slug)] as const));
  return new Map(found.flatMap(([slug, path]) => (path ? [[slug, path]] : [])));
}

async function readLogo(slug: string): Promise<string | undefined> {
  const file = await readFile(join(ICONS, `${slug}.svg`), "utf8").catch(() => "");
  const path = /<path d="([MmZzLlHhVvCcSsQqTtAa0-9eE ,.+-]+)"\/><\/svg>\s*$/.exec(file)?.[1];
  return path && path.length <= LONGEST_PATH ? path : undefined;
}
