import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { parseCatalogue } from "../catalogue/document";
import { importCatalogue } from "../catalogue/mutations";
import { db } from "../db";
import { publishItem, unpublishItem } from "../drafts/publish-mutations";
import { findItemState } from "../drafts/queries";
import { headOf } from "../drafts/types";
import { findReadersSay } from "../feedback/page-queries";
import { makeActor } from "../testing/accounts";
import { catalogueFile } from "../testing/catalogues";
import { emptyTestDatabase, prepareTestDatabase } from "../testing/database";
import { listChanges } from "./queries";
import { changePath, changeTitle } from "./words";

prepareTestDatabase();

const technology = (slug: string, given: object = {}) => ({
  slug,
  name: slug.toUpperCase(),
  kind: "tool",
  category: "tools",
  description: "Is here to change.",
  lead: `${slug} changes.`,
  ...given,
});

const categories = [{ slug: "tools", name: "Tools" }];
const pair = { left: "git", right: "hg" };

beforeEach(async () => {
  await emptyTestDatabase();
});

async function load(lists: object): Promise<void> {
  const parsed = parseCatalogue(catalogueFile(lists));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const result = await importCatalogue(db(), {
    catalogue: parsed.catalogue,
    actor: "import",
    now: new Date(),
  });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
}

async function titles(): Promise<string[]> {
  const { changes } = await listChanges({ take: 50 });
  return changes.map(changeTitle);
}

/** Publishes a comparison anew as an editor does, with another verdict. */
async function decide(
  verdict: { outcome: "pick" | "too-close"; pick: "" | "left" | "right" },
  reason: string,
) {
  const row = await db().comparison.findFirstOrThrow({ select: { id: true } });
  const state = await findItemState("comparison", row.id);
  const form = state?.live?.form;
  if (!form) throw new Error("not on file");
  const result = await publishItem({
    itemType: "comparison",
    itemId: row.id,
    form: { ...form, ...verdict },
    seen: headOf(state),
    reason,
    actor: await makeActor("editor", "Ada"),
    now: new Date(),
  } as Parameters<typeof publishItem>[0]);
  if (!result.ok) throw new Error(JSON.stringify(result));
  return row.id;
}

describe("what is new", () => {
  it("names what a small import brought, and what changed for readers later", async () => {
    await load({
      categories,
      technologies: [technology("git", { ring: "trial" }), technology("hg")],
      comparisons: [{ ...pair, outcome: "pick", pick: "git", shortAnswer: "Git." }],
    });
    expect((await titles()).sort()).toEqual(["GIT is on file", "GIT vs HG: we pick GIT", "HG is on file"]);
    await load({
      technologies: [technology("git", { ring: "adopt" }), technology("hg", { lead: "Another lead." })],
    });
    await load({ comparisons: [{ ...pair, outcome: "pick", pick: "hg" }] });
    await load({ comparisons: [{ left: "hg", right: "git", outcome: "pick", pick: "hg" }] });
    await load({ comparisons: [{ ...pair, outcome: "too-close", reason: "Even." }] });
    expect((await titles()).slice(0, 3)).toEqual([
      "GIT vs HG: now too close to call",
      "GIT vs HG: we now pick HG",
      "GIT: from Trial to Adopt",
    ]);
  });

  it("puts a number in the place of what a large import brought, sort by sort", async () => {
    const many = Array.from({ length: 21 }, (_, index) => technology(`tool-${index}`));
    await load({
      categories,
      technologies: many,
      comparisons: [{ left: "tool-1", right: "tool-2", outcome: "too-close" }],
    });
    expect((await titles()).sort()).toEqual([
      "21 technologies came in together",
      "TOOL-1 vs TOOL-2: too close to call",
    ]);
    await load({ technologies: many.map((one) => ({ ...one, ring: "hold" })) });
    expect((await titles())[0]).toBe("21 changed ratings came in together");
    // The same again is nothing new.
    await load({ technologies: many.map((one) => ({ ...one, ring: "hold" })) });
    expect(await titles()).toHaveLength(3);
  });

  it("comes page by page, with nothing twice and nothing left out", async () => {
    await load({ categories, technologies: ["a", "b", "c", "d", "e"].map((slug) => technology(slug)) });
    const seen: string[] = [];
    let more: { at: string; id: string } | null = null;
    do {
      const before: { at: Date; id: string } | undefined = more
        ? { at: new Date((more as { at: string }).at), id: (more as { id: string }).id }
        : undefined;
      const page: Awaited<ReturnType<typeof listChanges>> = await listChanges({ take: 2, before });
      expect(page.changes.length).toBeLessThanOrEqual(2);
      seen.push(...page.changes.map(changePath));
      more = page.more;
    } while (more);
    expect(seen.sort()).toEqual(["a", "b", "c", "d", "e"].map((slug) => `/technologies/${slug}`));
  });

  it("leaves out what is not on the site any more, and finds a renamed record under its new name", async () => {
    await load({ categories, technologies: [technology("git"), technology("hg")] });
    const row = await db().technology.findUniqueOrThrow({ where: { slug: "hg" } });
    const state = await findItemState("technology", row.id);
    if (!state) throw new Error("not on file");
    const actor = await makeActor("editor", "Ada");
    const seen = { itemType: "technology" as const, itemId: row.id, seen: headOf(state), actor };
    await unpublishItem(seen as Parameters<typeof unpublishItem>[0]);
    expect(await titles()).toEqual(["GIT is on file"]);
    await db().technology.update({ where: { slug: "git" }, data: { slug: "git-scm", name: "Git SCM" } });
    expect((await listChanges({ take: 5 })).changes.map(changePath)).toEqual(["/technologies/git-scm"]);
  });
});

describe("the history of a verdict", () => {
  const history = async () => (await findReadersSay({ ...pair, pick: null })).history;

  beforeEach(async () => {
    await load({
      categories,
      technologies: [technology("git"), technology("hg")],
      comparisons: [{ ...pair, outcome: "pick", pick: "git" }],
    });
  });

  it("is empty while the verdict is the first", async () => {
    expect(await history()).toEqual([]);
    await load({ comparisons: [{ ...pair, outcome: "pick", pick: "git", bottomLine: "Still." }] });
    expect(await history()).toEqual([]);
  });

  it("tells from what to what, why, and whether a reader had a part in it", async () => {
    await load({ comparisons: [{ ...pair, outcome: "too-close" }] });
    const feedback = await db().feedback.create({
      data: { key: randomUUID(), contentHash: "x", statusToken: randomUUID(), message: "No." },
    });
    const id = await decide({ outcome: "pick", pick: "right" }, "Mercurial has caught up.");
    const revision = await db().revision.findFirstOrThrow({
      where: { comparisonId: id },
      orderBy: { number: "desc" },
    });
    await db().feedback.update({
      where: { id: feedback.id },
      data: { state: "accepted", closedAt: new Date(), revisionId: revision.id },
    });
    expect(await history()).toMatchObject([
      {
        from: { outcome: "too-close" },
        to: { outcome: "pick", pick: "HG" },
        reason: "Mercurial has caught up.",
        byReader: true,
      },
      { from: { outcome: "pick", pick: "GIT" }, to: { outcome: "too-close" }, byReader: false },
    ]);
    const { changes } = await listChanges({ take: 1 });
    expect(changes[0]).toMatchObject({
      kind: "verdict-changed",
      reason: "Mercurial has caught up.",
      byReader: true,
    });
  });

  it("has ten entries at most, the newest", async () => {
    for (let index = 0; index < 12; index += 1) {
      await load({ comparisons: [{ ...pair, outcome: "pick", pick: index % 2 === 0 ? "hg" : "git" }] });
    }
    const entries = await history();
    expect(entries).toHaveLength(10);
    expect(entries[0]?.to).toEqual({ outcome: "pick", pick: "GIT" });
  });
});

it("is told of revisions made before the table was: the migration finds the same changes", async () => {
  const many = Array.from({ length: 21 }, (_, index) => technology(`tool-${index}`));
  await load({ categories, technologies: many });
  await load({ technologies: [technology("git", { ring: "trial" }), technology("hg")] });
  await load({
    technologies: [technology("git", { ring: "adopt" })],
    comparisons: [{ ...pair, outcome: "pick", pick: "git" }],
  });
  await decide({ outcome: "pick", pick: "right" }, "Mercurial has caught up.");
  await load({ comparisons: [{ left: "hg", right: "git", outcome: "too-close" }] });
  const facts = () => db().$queryRaw`
    SELECT kind::text, "technologyId", "comparisonId", number, "fromOutcome"::text, "toOutcome"::text, "fromPickId",
      "toPickId", "fromRing"::text, "toRing"::text, "importId" IS NULL AS told, counts
    FROM "Change" ORDER BY 1, 2, 3, 4`;
  const written = await facts();
  expect(written).toHaveLength(21 + 1 + 3 + 3);
  await db().change.deleteMany();
  const folder = new URL("../../prisma/migrations/20261122235356_changes/", import.meta.url);
  const sql = readFileSync(new URL("migration.sql", folder), "utf8");
  for (const statement of sql.slice(sql.indexOf("WITH step AS")).split(/;\s*\n/)) {
    if (statement.trim() !== "") await db().$executeRawUnsafe(statement);
  }
  expect(await facts()).toEqual(written);
});
