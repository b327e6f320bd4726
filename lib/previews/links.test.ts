import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "../auth/types";
import { parseCatalogue } from "../catalogue/document";
import { importCatalogue } from "../catalogue/mutations";
import { emptyComparisonForm } from "../comparisons/form";
import { db } from "../db";
import { discardDraft, saveDraft } from "../drafts/mutations";
import { findItemState } from "../drafts/queries";
import { headOf } from "../drafts/types";
import { emptyTechnologyForm, type TechnologyForm } from "../technologies/form";
import { makeActor } from "../testing/accounts";
import { catalogueFile } from "../testing/catalogues";
import { emptyTestDatabase, prepareTestDatabase } from "../testing/database";
import { createPreviewLink, revokePreviewLink } from "./mutations";
import { findPreview, isPreview, listPreviewLinks } from "./queries";
import { createPreviewSchema } from "./schema";
import { makePreviewToken } from "./token";

prepareTestDatabase();

const NOW = new Date("2026-11-22T10:00:00Z");
const LATER = new Date("2026-11-23T10:00:00Z");

let editor: Actor;
let author: Actor;
let other: Actor;

beforeAll(() => {
  process.env.NEXTAUTH_SECRET = "a secret for tests, long enough for it";
});
afterAll(() => {
  delete process.env.NEXTAUTH_SECRET;
});
beforeEach(async () => {
  await emptyTestDatabase();
  editor = await makeActor("editor", "Ada");
  author = await makeActor("author", "Cleo");
  other = await makeActor("author", "Dan");
  const technology = (slug: string, name: string, given = {}) => ({
    ...{ slug, name, kind: "tool", category: "tools", description: "D.", lead: `${name} is here.` },
    ...given,
  });
  const parsed = parseCatalogue(
    catalogueFile({
      categories: [{ slug: "tools", name: "Tools" }],
      technologies: [technology("alpha", "Alpha", { related: ["beta"] }), technology("beta", "Beta")],
      comparisons: [],
    }),
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  await importCatalogue(db(), { catalogue: parsed.catalogue, actor: "import", now: NOW });
});

async function saveTechnology(actor: Actor, given: Partial<TechnologyForm>, itemId: string = randomUUID()) {
  const state = await findItemState("technology", itemId);
  const saved = await saveDraft({
    itemType: "technology",
    itemId,
    seen: state ? headOf(state) : { draft: null, live: null },
    form: { ...(state?.live?.form ?? emptyTechnologyForm()), ...given },
    actor,
  });
  if (!saved.ok) throw new Error(saved.message);
  return itemId;
}

async function idOf(slug: string): Promise<string> {
  return (await db().technology.findUniqueOrThrow({ where: { slug }, select: { id: true } })).id;
}

async function makeLink(
  itemId: string,
  actor = editor,
  itemType: "technology" | "comparison" = "technology",
) {
  const made = await createPreviewLink({ itemType, itemId, days: 7, actor, now: NOW });
  if (!made.ok) throw new Error(made.message);
  return { id: made.value.id, token: makePreviewToken(made.value) };
}

test("a link shows a draft as it is now, to whoever has it", async () => {
  const itemId = await saveTechnology(author, { name: "Gamma", slug: "gamma", related: ["alpha"] });
  const { token } = await makeLink(itemId, author);
  expect(await isPreview(token, LATER)).toBe(true);
  expect(await findPreview(token, LATER)).toMatchObject({
    type: "technology",
    isDraft: true,
    expiresAt: "2026-11-29T10:00:00.000Z",
    page: { name: "Gamma", lead: "…", related: [{ slug: "alpha", name: "Alpha" }] },
  });
  await saveTechnology(author, { name: "Gamma Ray" }, itemId);
  expect(await findPreview(token, LATER)).toMatchObject({ page: { name: "Gamma Ray" } });
});

test("without a draft it shows what is on the site", async () => {
  const itemId = await saveTechnology(editor, { name: "Alpha Two" }, await idOf("alpha"));
  const { token } = await makeLink(itemId);
  expect(await findPreview(token, LATER)).toMatchObject({ isDraft: true, page: { name: "Alpha Two" } });
  const state = await findItemState("technology", itemId);
  if (!state) throw new Error("gone");
  await discardDraft({ itemType: "technology", itemId, seen: headOf(state), actor: editor });
  expect(await findPreview(token, LATER)).toMatchObject({
    isDraft: false,
    page: { name: "Alpha", category: { slug: "tools", name: "Tools" } },
  });
});

test("a comparison is shown with its sides: a record before its draft, a draft where there is no record", async () => {
  await saveTechnology(editor, { name: "Not yet Alpha" }, await idOf("alpha"));
  await saveTechnology(author, { name: "Gamma", slug: "gamma", kind: "tool", category: "tools" });
  const itemId = randomUUID();
  const form = {
    ...emptyComparisonForm(),
    left: "alpha",
    right: "gamma",
    outcome: "pick" as const,
    pick: "right" as const,
  };
  const seen = { draft: null, live: null };
  const saved = await saveDraft({ itemType: "comparison", itemId, seen, form, actor: author });
  expect(saved.ok).toBe(true);
  const { token } = await makeLink(itemId, author, "comparison");
  expect(await isPreview(token, LATER)).toBe(true);
  expect(await findPreview(token, LATER)).toMatchObject({
    type: "comparison",
    page: {
      verdict: { title: "Alpha vs Gamma", pick: "right" },
      curated: { category: "Tools" },
    },
  });
});

test("a side that is not on file does not stand in the way, nor does one not chosen yet", async () => {
  await saveTechnology(author, { name: "Nobody's" });
  const itemId = randomUUID();
  const form = { ...emptyComparisonForm(), left: "no-such-thing" };
  const seen = { draft: null, live: null };
  await saveDraft({ itemType: "comparison", itemId, seen, form, actor: author });
  const { token } = await makeLink(itemId, author, "comparison");
  expect(await findPreview(token, LATER)).toMatchObject({
    page: { verdict: { title: "No such thing vs Untitled" } },
  });
});

describe("a link is refused", () => {
  const expectRefused = async (token: string, now = LATER) => {
    expect(await findPreview(token, now)).toBeNull();
    expect(await isPreview(token, now)).toBe(false);
  };

  test("when it has been revoked, and stays so", async () => {
    const { id, token } = await makeLink(await idOf("alpha"));
    expect(await revokePreviewLink({ id, actor: editor, now: NOW })).toEqual({ ok: true, value: { id } });
    await expectRefused(token);
    expect((await revokePreviewLink({ id, actor: editor, now: LATER })).ok).toBe(true);
    expect((await db().previewLink.findUniqueOrThrow({ where: { id } })).revokedAt).toEqual(NOW);
    expect(await db().auditEntry.count({ where: { action: "preview.revoke" } })).toBe(1);
  });

  test("when its time is over, whatever its token says", async () => {
    const { id, token } = await makeLink(await idOf("alpha"));
    await expectRefused(token, new Date("2026-11-29T10:00:00Z"));
    await expectRefused(makePreviewToken({ id, expiresAt: new Date("2027-01-01T00:00:00Z") }));
  });

  test("when it was never made", async () => {
    await expectRefused(makePreviewToken({ id: randomUUID(), expiresAt: new Date("2026-11-29T10:00:00Z") }));
    await expectRefused("nothing");
  });

  test("when the item has gone: discarded before it was published, or taken off the site", async () => {
    const itemId = await saveTechnology(author, { name: "Gamma" });
    const fresh = await makeLink(itemId, author);
    const state = await findItemState("technology", itemId);
    if (!state) throw new Error("gone");
    await discardDraft({ itemType: "technology", itemId, seen: headOf(state), actor: author });
    await expectRefused(fresh.token);

    const live = await makeLink(await idOf("beta"));
    await db().technology.update({ where: { slug: "beta" }, data: { state: "unpublished" } });
    await expectRefused(live.token);
  });
});

test("authors make links to the drafts they began, and to nothing else; editors to everything", async () => {
  const own = await saveTechnology(author, { name: "Gamma" });
  const live = await idOf("alpha");
  const attempt = async (itemId: string, actor: Actor) => {
    const made = await createPreviewLink({ itemType: "technology", itemId, days: 1, actor, now: NOW });
    return made.ok || made.code;
  };
  expect(await attempt(own, author)).toBe(true);
  expect(await attempt(own, other)).toBe("forbidden");
  expect(await attempt(own, editor)).toBe(true);
  expect(await attempt(live, author)).toBe("forbidden");
  expect(await attempt(live, editor)).toBe(true);
  expect(await attempt(randomUUID(), editor)).toBe("not-found");
  expect(await db().auditEntry.count({ where: { action: "preview.create" } })).toBe(3);
});

test("a link is ended by whoever made it, whose draft it shows, or an editor", async () => {
  const own = await saveTechnology(author, { name: "Gamma" });
  const { id } = await makeLink(own, editor);
  const attempt = async (actor: Actor) => {
    const ended = await revokePreviewLink({ id, actor, now: NOW });
    return ended.ok || ended.code;
  };
  expect(await attempt(other)).toBe("forbidden");
  expect(await listPreviewLinks(own, LATER)).toHaveLength(1);
  expect(await attempt(author)).toBe(true);
  expect(await listPreviewLinks(own, LATER)).toEqual([]);
  expect((await revokePreviewLink({ id: randomUUID(), actor: editor, now: NOW })).ok).toBe(false);
});

test("the list has the links that work, and their addresses", async () => {
  const itemId = await idOf("alpha");
  const { id, token } = await makeLink(itemId);
  await makeLink(await idOf("beta"));
  expect(await listPreviewLinks(itemId, LATER)).toMatchObject([
    { id, createdBy: "Ada", expiresAt: "2026-11-29T10:00:00.000Z", url: expect.stringContaining(token) },
  ]);
  expect(await listPreviewLinks(itemId, new Date("2026-11-30T00:00:00Z"))).toEqual([]);
});

test("a link is asked for by days, from 1 to 30, 7 where nothing is said, for what has a page", () => {
  const asked = { itemType: "technology", itemId: randomUUID() };
  expect(createPreviewSchema.parse(asked).days).toBe(7);
  for (const days of [0, 31, 1.5, "7"]) {
    expect(createPreviewSchema.safeParse({ ...asked, days }).success).toBe(false);
  }
  expect(createPreviewSchema.safeParse({ ...asked, itemType: "category" }).success).toBe(false);
  expect(createPreviewSchema.safeParse({ ...asked, role: "owner" }).success).toBe(false);
});
