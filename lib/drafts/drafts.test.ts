import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "../auth/types";
import { parseCatalogue } from "../catalogue/document";
import { importCatalogue } from "../catalogue/mutations";
import { emptyComparisonForm } from "../comparisons/form";
import { resolveComparison, resolveTechnology } from "../comparisons/resolve";
import { db } from "../db";
import { listRevisions } from "../revisions/queries";
import { emptyTechnologyForm, type TechnologyForm } from "../technologies/form";
import { makeActor } from "../testing/accounts";
import { emptyTestDatabase, prepareTestDatabase } from "../testing/database";
import { discardDraft, restoreRevision, saveDraft, undoDiscard, undoRestore } from "./mutations";
import { markPresence } from "./presence-mutations";
import { publishItem, unpublishItem } from "./publish-mutations";
import { findItemState } from "./queries";
import { type FormOf, type Head, headOf, type ItemType } from "./types";

prepareTestDatabase();

const NOW = new Date("2026-11-01T12:00:00Z");
const NOTHING: Head = { draft: null, live: null };

let ada: Actor;
let ben: Actor;
let author: Actor;

beforeEach(async () => {
  await emptyTestDatabase();
  ada = await makeActor("editor", "Ada");
  ben = await makeActor("editor", "Ben");
  author = await makeActor("author", "Cleo");
  await importFile({ categories: [{ slug: "vcs", name: "Version control" }] });
});

async function importFile(lists: object): Promise<void> {
  const file = { format: "nicepick-catalogue", version: 1, ...lists };
  const parsed = parseCatalogue(new TextEncoder().encode(JSON.stringify(file)));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const result = await importCatalogue(db(), { catalogue: parsed.catalogue, actor: "import", now: NOW });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
}

function technologyForm(given: Partial<TechnologyForm>): TechnologyForm {
  return {
    ...emptyTechnologyForm(),
    ...{
      slug: "git",
      name: "Git",
      kind: "tool",
      category: "vcs",
      description: "Keeps versions.",
      lead: "Use it.",
    },
    ...given,
  };
}

type Call<T extends ItemType> = {
  itemType?: T;
  itemId: string;
  form: FormOf[T];
  seen?: Head;
  rebasedOn?: number;
  reason?: string;
  actor?: Actor;
};

/** Typed loosely on purpose: what pairs a type with its form is checked where requests come in. */
function input<T extends ItemType = "technology">({ itemType, seen, actor, ...rest }: Call<T>) {
  return {
    itemType: itemType ?? "technology",
    seen: seen ?? NOTHING,
    actor: actor ?? ada,
    ...rest,
  } as never as Parameters<typeof publishItem>[0];
}

const save = <T extends ItemType = "technology">(call: Call<T>) => saveDraft(input(call));
const publish = <T extends ItemType = "technology">(call: Call<T>) =>
  publishItem({ ...input(call), now: NOW });

async function publishNew(given: Partial<TechnologyForm>): Promise<string> {
  const itemId = randomUUID();
  expect(await publish({ itemId, form: technologyForm(given) })).toMatchObject({ ok: true });
  return itemId;
}

async function stateOf(id: string, type: ItemType = "technology") {
  const state = await findItemState(type, id);
  if (!state) throw new Error(`nothing of ${id}`);
  return state;
}

const seenOf = async (id: string, type: ItemType = "technology") => headOf(await stateOf(id, type));

describe("saving", () => {
  it("keeps an unfinished form, and nobody on the site sees it", async () => {
    const itemId = randomUUID();
    const form = { ...emptyTechnologyForm(), name: "Half a", lead: "A thought that" };
    expect(await save({ itemId, form })).toMatchObject({ ok: true, value: { draft: expect.any(Number) } });
    const state = await stateOf(itemId);
    expect(state.draft).toMatchObject({ form, base: null, savedBy: "Ada", authorId: ada.id });
    expect(state.live).toBeNull();
    expect(await db().technology.count()).toBe(0);
  });

  it("leaves what is published untouched until it is published", async () => {
    const itemId = await publishNew({ lead: "Old lead." });
    await save({ itemId, form: technologyForm({ lead: "New lead." }), seen: await seenOf(itemId) });
    expect((await stateOf(itemId)).live?.form).toMatchObject({ lead: "Old lead." });
    expect(
      await publish({ itemId, form: technologyForm({ lead: "New lead." }), seen: await seenOf(itemId) }),
    ).toMatchObject({
      ok: true,
      value: { path: "/technologies/git", state: { draft: null } },
    });
    expect((await stateOf(itemId)).live?.form).toMatchObject({ lead: "New lead." });
  });

  it("on top of what was not seen is refused with what is there", async () => {
    const itemId = randomUUID();
    const first = await save({ itemId, form: technologyForm({ lead: "Ada's" }) });
    const stale = await save({ itemId, form: technologyForm({ lead: "Ben's" }), actor: ben });
    expect(stale).toMatchObject({
      ok: false,
      code: "stale",
      detail: { state: { draft: { form: { lead: "Ada's" } } } },
    });
    if (!first.ok) throw new Error("the first save was refused");
    const seen = { draft: first.value.draft, live: null };
    expect(await save({ itemId, form: technologyForm({ lead: "Ben's" }), seen, actor: ben })).toMatchObject({
      ok: true,
    });
    expect(await save({ itemId, form: technologyForm({ lead: "late" }), seen })).toMatchObject({
      code: "stale",
    });
  });

  it("never lets a version of a discarded draft pass for one of a new draft", async () => {
    const itemId = randomUUID();
    const first = await save({ itemId, form: technologyForm({}) });
    await discardDraft({ itemType: "technology", itemId, seen: await seenOf(itemId), actor: ada });
    const second = await save({ itemId, form: technologyForm({ lead: "Another" }), actor: ben });
    if (!first.ok || !second.ok) throw new Error("refused");
    expect(second.value.draft).not.toBe(first.value.draft);
    const old = { draft: first.value.draft, live: null };
    expect(await save({ itemId, form: technologyForm({}), seen: old })).toMatchObject({ code: "stale" });
  });

  it("200 races of two saves on one item: one of the two is told, every time", async () => {
    const itemId = randomUUID();
    let seen: Head = NOTHING;
    for (let round = 0; round < 200; round += 1) {
      const texts = [`Ada ${round}`, `Ben ${round}`];
      const results = await Promise.all(
        texts.map((lead, index) =>
          save({ itemId, form: technologyForm({ lead }), seen, actor: index ? ben : ada }),
        ),
      );
      const winner = results.findIndex(({ ok }) => ok);
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      const { draft } = await stateOf(itemId);
      expect(draft?.form).toMatchObject({ lead: texts[winner] });
      expect(results[1 - winner]).toMatchObject({
        code: "stale",
        detail: { state: { draft: { version: draft?.version } } },
      });
      seen = { draft: draft?.version ?? null, live: null };
    }
  }, 120_000);

  it("an author may not go on with somebody else's draft, an editor may", async () => {
    const itemId = randomUUID();
    await save({ itemId, form: technologyForm({}) });
    const seen = await seenOf(itemId);
    expect(
      await save({ itemId, form: technologyForm({ lead: "Mine now" }), seen, actor: author }),
    ).toMatchObject({ code: "forbidden" });
    expect(await discardDraft({ itemType: "technology", itemId, seen, actor: author })).toMatchObject({
      code: "forbidden",
    });
    const own = randomUUID();
    await save({ itemId: own, form: technologyForm({ slug: "own" }), actor: author });
    expect(
      await save({
        itemId: own,
        form: technologyForm({ slug: "own", lead: "Better" }),
        seen: await seenOf(own),
      }),
    ).toMatchObject({ ok: true });
    expect((await stateOf(own)).draft).toMatchObject({ authorId: author.id, savedBy: "Ada" });
  });

  it("an id of another type's item is not this one's", async () => {
    const itemId = await publishNew({});
    const form = emptyComparisonForm();
    expect(await save({ itemType: "comparison", itemId, form })).toMatchObject({ code: "not-found" });
  });
});

describe("two editors and an import", () => {
  it("an import under a draft is seen before anything is saved or published on top of it", async () => {
    const itemId = await publishNew({ lead: "Old lead.", tagline: "old" });
    const seen = await seenOf(itemId);
    await save({ itemId, form: technologyForm({ lead: "Mine.", tagline: "old" }), seen });
    const before = await seenOf(itemId);
    const technology = {
      slug: "git",
      name: "Git",
      kind: "tool",
      category: "vcs",
      description: "Keeps versions.",
      lead: "Theirs.",
      pros: [],
      cons: [],
      related: [],
      aliases: [],
    };
    await importFile({ technologies: [technology] });
    const form = technologyForm({ lead: "Mine." });
    expect(await save({ itemId, form, seen: before })).toMatchObject({ code: "stale" });
    const now = await seenOf(itemId);
    expect(now).toEqual({ draft: before.draft, live: (before.live ?? 0) + 1 });
    expect(await save({ itemId, form, seen: now })).toMatchObject({ ok: true });
    expect(await publish({ itemId, form, seen: await seenOf(itemId) })).toMatchObject({ code: "stale" });
    const rebased = await publish({ itemId, form, seen: await seenOf(itemId), rebasedOn: now.live ?? 0 });
    expect(rebased).toMatchObject({ ok: true });
  });
});

describe("publishing", () => {
  it("says what is wrong at which field, and changes nothing", async () => {
    const itemId = randomUUID();
    const refused = await publish({
      itemId,
      form: technologyForm({
        lead: "",
        category: "nowhere",
        pros: [{ key: "a", text: "x".repeat(601), sourceTitle: "", sourceUrl: "", checkedAt: "" }],
      }),
    });
    expect(refused).toMatchObject({
      code: "invalid",
      fields: { lead: "is required", "pros.0.text": expect.stringContaining("too long") },
    });
    expect(await publish({ itemId, form: technologyForm({ category: "nowhere" }) })).toMatchObject({
      fields: { category: expect.any(String) },
    });
    expect(await findItemState("technology", itemId)).toBeNull();
    expect(await db().revision.count()).toBe(1);
  });

  it("a slug clash says with what", async () => {
    await publishNew({});
    const refused = await publish({ itemId: randomUUID(), form: technologyForm({ name: "Other" }) });
    expect(refused).toMatchObject({ code: "invalid", fields: { slug: "is taken by the technology “Git”" } });
  });

  it("of four items with one slug at once, one is published, and the others say that it is taken", async () => {
    for (let round = 0; round < 10; round += 1) {
      const slug = `git-${round}`;
      const ids = [1, 2, 3, 4].map(() => randomUUID());
      const results = await Promise.all(
        ids.map((itemId) => publish({ itemId, form: technologyForm({ slug, name: `Git ${itemId}` }) })),
      );
      const winner = ids[results.findIndex(({ ok }) => ok)];
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      for (const result of results) if (!result.ok) expect(["invalid", "conflict"]).toContain(result.code);
      const rows = await db().technology.findMany({ where: { slug }, select: { id: true, name: true } });
      expect(rows).toEqual([{ id: winner, name: `Git ${winner}` }]);
    }
  });

  it("under a new slug leaves redirects: of every former one, and of every pair", async () => {
    const svn = await publishNew({ slug: "svn", name: "Subversion" });
    const git = await publishNew({ slug: "git", name: "Git" });
    for (const slug of ["git-scm", "git-vcs"]) {
      expect(
        await publish({ itemId: git, form: technologyForm({ slug }), seen: await seenOf(git) }),
      ).toMatchObject({ ok: true });
    }
    // Nothing but the slug was changed, and each time that is a version and a revision.
    expect((await stateOf(git)).live?.version).toBe(3);
    expect(await listRevisions("technology", git)).toHaveLength(3);
    for (const old of ["git", "git-scm"]) {
      expect(await resolveTechnology(old)).toEqual({ kind: "moved", to: "/technologies/git-vcs" });
      expect(await resolveComparison(`${old}-vs-svn`)).toEqual({
        kind: "moved",
        to: "/compare/git-vcs-vs-svn",
      });
    }
    // Back to the first: no circle, and the others lead here.
    await publish({ itemId: git, form: technologyForm({ slug: "git" }), seen: await seenOf(git) });
    expect(await resolveTechnology("git")).toEqual({ kind: "here" });
    expect(await resolveTechnology("git-vcs")).toEqual({ kind: "moved", to: "/technologies/git" });
    expect(
      await publish({
        itemId: svn,
        form: technologyForm({ slug: "git-vcs", name: "Subversion" }),
        seen: await seenOf(svn),
      }),
    ).toMatchObject({
      fields: { slug: "is a former address of “Git”, and leads there" },
    });
  });

  it("a comparison needs its sides on the site, is one for a pair, and asks why its pick changes", async () => {
    const itemId = randomUUID();
    const form = {
      ...emptyComparisonForm(),
      left: "git",
      right: "svn",
      outcome: "pick",
      pick: "left",
    } as const;
    const put = async (given: Partial<FormOf["comparison"]>, more: { reason?: string } = {}) => {
      const state = await findItemState("comparison", itemId);
      return publish({
        itemType: "comparison",
        itemId,
        form: { ...form, ...given },
        seen: state ? headOf(state) : NOTHING,
        ...more,
      });
    };
    await publishNew({});
    expect(await put({})).toMatchObject({
      fields: { right: "is not on file yet: publish the technology first" },
    });
    const svn = await publishNew({ slug: "svn", name: "Subversion" });
    expect(await put({})).toMatchObject({ ok: true, value: { path: "/compare/git-vs-svn" } });
    const other = { ...form, left: "svn", right: "git" };
    expect(await publish({ itemType: "comparison", itemId: randomUUID(), form: other })).toMatchObject({
      fields: { right: expect.stringContaining("already") },
    });
    expect(await put({ pick: "right" })).toMatchObject({ fields: { publishReason: expect.any(String) } });
    expect(await put({ pick: "right" }, { reason: "Subversion caught up." })).toMatchObject({ ok: true });
    expect(await listRevisions("comparison", itemId)).toMatchObject([
      { number: 2, actor: "Ada", reason: "Subversion caught up." },
      { number: 1, actor: "Ada" },
    ]);
    // A side that was renamed since the draft was begun is found under its new address.
    await publish({
      itemId: svn,
      form: technologyForm({ slug: "subversion", name: "Subversion" }),
      seen: await seenOf(svn),
    });
    expect(await put({ pick: "right", standfirst: "Again." })).toMatchObject({
      ok: true,
      value: { path: "/compare/git-vs-subversion" },
    });
  });

  it("takes an item off the site and puts it back", async () => {
    const itemId = await publishNew({});
    const gone = await unpublishItem({
      itemType: "technology",
      itemId,
      seen: await seenOf(itemId),
      reason: "Wrong",
      actor: ada,
    });
    expect(gone).toMatchObject({
      ok: true,
      value: { state: { live: { state: "unpublished", path: null } } },
    });
    expect(await resolveTechnology("git")).toEqual({ kind: "missing" });
    expect(
      await unpublishItem({ itemType: "technology", itemId, seen: await seenOf(itemId), actor: ada }),
    ).toMatchObject({ code: "conflict" });
    expect(await publish({ itemId, form: technologyForm({}), seen: await seenOf(itemId) })).toMatchObject({
      ok: true,
    });
    expect(await resolveTechnology("git")).toEqual({ kind: "here" });
  });

  it("a category in use stays", async () => {
    await publishNew({});
    const { id } = await db().category.findFirstOrThrow();
    const seen = await seenOf(id, "category");
    expect(await unpublishItem({ itemType: "category", itemId: id, seen, actor: ada })).toMatchObject({
      code: "conflict",
      message: "A technology is in this category.",
    });
  });
});

describe("taking back", () => {
  it("a discarded draft comes back as it was", async () => {
    const itemId = await publishNew({});
    await save({
      itemId,
      form: technologyForm({ lead: "Precious." }),
      seen: await seenOf(itemId),
      actor: author,
    });
    const before = (await stateOf(itemId)).draft;
    expect(
      await discardDraft({ itemType: "technology", itemId, seen: await seenOf(itemId), actor: ada }),
    ).toMatchObject({ value: { state: { draft: null } } });
    expect(await undoDiscard({ itemType: "technology", itemId, actor: ben })).toMatchObject({ ok: true });
    const {
      version: _,
      savedAt: __,
      savedBy: ___,
      ...draft
    } = (await stateOf(itemId)).draft ?? ({} as never);
    const { version: ____, savedAt: _____, savedBy: ______, ...old } = before ?? ({} as never);
    expect(draft).toEqual(old);
    expect(await undoDiscard({ itemType: "technology", itemId, actor: ben })).toMatchObject({
      code: "stale",
    });
  });

  it("a restored revision is a draft, keeps the present address, and can be taken back with what it replaced", async () => {
    const itemId = await publishNew({ lead: "One." });
    await publish({
      itemId,
      form: technologyForm({ lead: "Two.", slug: "git-2" }),
      seen: await seenOf(itemId),
    });
    await save({
      itemId,
      form: technologyForm({ lead: "Three, in work.", slug: "git-2" }),
      seen: await seenOf(itemId),
    });
    const restored = await restoreRevision({
      itemType: "technology",
      itemId,
      seen: await seenOf(itemId),
      revision: 1,
      actor: ada,
    });
    expect(restored).toMatchObject({
      value: {
        state: {
          draft: { form: { lead: "One.", slug: "git-2" }, canUndoRestore: true },
          live: { form: { lead: "Two." } },
        },
      },
    });
    const undone = await undoRestore({
      itemType: "technology",
      itemId,
      seen: await seenOf(itemId),
      actor: ada,
    });
    expect(undone).toMatchObject({
      value: { state: { draft: { form: { lead: "Three, in work." }, canUndoRestore: true } } },
    });
    // Taken back once more: what was restored, and whatever was written on it, is there again.
    const again = await undoRestore({
      itemType: "technology",
      itemId,
      seen: await seenOf(itemId),
      actor: ada,
    });
    expect(again).toMatchObject({ value: { state: { draft: { form: { lead: "One." } } } } });
  });

  it("a restore where there was no draft is taken back to none, and what was typed since is not lost", async () => {
    const itemId = await publishNew({ lead: "One." });
    await publish({ itemId, form: technologyForm({ lead: "Two." }), seen: await seenOf(itemId) });
    await restoreRevision({
      itemType: "technology",
      itemId,
      seen: await seenOf(itemId),
      revision: 1,
      actor: ada,
    });
    await save({ itemId, form: technologyForm({ lead: "One, mended." }), seen: await seenOf(itemId) });
    expect(
      await undoRestore({ itemType: "technology", itemId, seen: await seenOf(itemId), actor: ada }),
    ).toMatchObject({ value: { state: { draft: null } } });
    expect(await undoDiscard({ itemType: "technology", itemId, actor: ada })).toMatchObject({
      value: { state: { draft: { form: { lead: "One, mended." } } } },
    });
  });
});

describe("presence", () => {
  it("tells who else is there, until they leave", async () => {
    const itemId = randomUUID();
    const tabs = [randomUUID(), randomUUID(), randomUUID()] as const;
    await markPresence({ itemId, tab: tabs[0], actor: ada });
    await markPresence({ itemId, tab: tabs[1], actor: ada });
    expect((await markPresence({ itemId, tab: tabs[2], actor: ben })).others).toEqual([{ name: "Ada" }]);
    expect((await markPresence({ itemId, tab: tabs[0], actor: ada })).others).toEqual([
      { name: "Ben" },
      { name: "You, in another tab" },
    ]);
    // Nobody closes another's tab.
    await markPresence({ itemId, tab: tabs[2], leaving: true, actor: ada });
    expect((await markPresence({ itemId, tab: tabs[0], actor: ada })).others).toContainEqual({ name: "Ben" });
    await markPresence({ itemId, tab: tabs[2], leaving: true, actor: ben });
    expect((await markPresence({ itemId, tab: tabs[0], actor: ada })).others).not.toContainEqual({
      name: "Ben",
    });
  });
});
