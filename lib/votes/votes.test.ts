import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { parseCatalogue } from "../catalogue/document";
import { importCatalogue } from "../catalogue/mutations";
import { db } from "../db";
import { catalogueFile } from "../testing/catalogues";
import { emptyTestDatabase, prepareTestDatabase } from "../testing/database";
import { castVote } from "./mutations";
import { findTally } from "./queries";

const NOW = new Date("2026-11-22T10:00:00Z");

/** In milliseconds. What is remembered for a minute is forgotten when it goes on by one. */
let clock = NOW.getTime();

prepareTestDatabase();

beforeEach(async () => {
  process.env.NEXTAUTH_SECRET = "a secret of thirty-two characters";
  await emptyTestDatabase();
  clock += 60_000;
  await importTechnologies([{ slug: "react" }, { slug: "vue" }, { slug: "svelte" }]);
});

async function importTechnologies(entries: { slug: string; formerSlugs?: string[] }[]) {
  const technologies = entries.map((entry) => ({
    ...{ name: entry.slug, kind: "library", category: "ui", ...entry },
    ...{ description: "For user interfaces.", lead: `${entry.slug} is for user interfaces.` },
  }));
  const file = catalogueFile({ categories: [{ slug: "ui", name: "UI" }], technologies });
  const parsed = parseCatalogue(file);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  await importCatalogue(db(), { catalogue: parsed.catalogue, actor: "test", now: NOW });
}

const REACT = { pair: "react-vs-vue", pick: "react" };

function vote(fields: object, address = "192.0.2.1") {
  return castVote({ fields: { ...REACT, ...fields }, address, now: NOW });
}

/** What is shown of a verdict a minute later. */
function tally(pick = "react") {
  clock += 60_000;
  return findTally({ left: "react", right: "vue", pick }, clock);
}

describe("one network has one vote on a pair", () => {
  it("which counts at once", async () => {
    expect(await tally()).toEqual({ agrees: 0, disagrees: 0 });
    expect(await vote({ choice: "agree" })).toEqual({
      ok: true,
      value: { pair: "react-vs-vue", choice: "agree", agrees: 1, disagrees: 0 },
    });
    expect(await tally()).toEqual({ agrees: 1, disagrees: 0 });
  });

  it("and may be changed, repeated and taken back", async () => {
    await vote({ choice: "agree" });
    await vote({ choice: "agree" });
    expect(await tally()).toEqual({ agrees: 1, disagrees: 0 });
    expect(await vote({ choice: "disagree" })).toMatchObject({ value: { agrees: 0, disagrees: 1 } });
    expect(await vote({ choice: "none" })).toMatchObject({ value: { agrees: 0, disagrees: 0 } });
    expect(await vote({ choice: "none" })).toMatchObject({ value: { agrees: 0, disagrees: 0 } });
    expect(await db().vote.count()).toBe(0);
  });

  it("whichever side is named first, and by whichever address of the network", async () => {
    await vote({ choice: "agree" }, "2001:db8:1:2::1");
    await vote({ choice: "disagree", pair: "Vue-vs-React" }, "2001:db8:1:2:ffff::9");
    expect(await tally()).toEqual({ agrees: 0, disagrees: 1 });
    await vote({ choice: "agree" }, "2001:db8:1:3::1");
    expect(await tally()).toEqual({ agrees: 1, disagrees: 1 });
  });

  it("and leaves the count of an earlier verdict when it goes to the new one", async () => {
    await vote({ choice: "agree" });
    await vote({ choice: "agree" }, "192.0.2.2");
    await vote({ choice: "disagree", pick: "vue" });
    await vote({ choice: "agree", pick: "none" }, "192.0.2.2");
    expect(await tally("react")).toEqual({ agrees: 0, disagrees: 0 });
    expect(await tally("vue")).toEqual({ agrees: 0, disagrees: 1 });
    expect(await tally("none")).toEqual({ agrees: 1, disagrees: 0 });
    expect(await vote({ choice: "none", pick: "react" }, "192.0.2.2")).toMatchObject({ ok: true });
    expect(await tally("none")).toEqual({ agrees: 0, disagrees: 0 });
  });

  it("which follows a technology to its new slug", async () => {
    await vote({ choice: "agree" });
    await db().technology.update({ where: { slug: "react" }, data: { slug: "react-js" } });
    await importTechnologies([{ slug: "react-js", formerSlugs: ["react"] }]);
    expect(await vote({ choice: "disagree" })).toMatchObject({
      value: { pair: "react-js-vs-vue", agrees: 0, disagrees: 1 },
    });
    expect(await tally()).toEqual({ agrees: 0, disagrees: 1 });
    const renamed = { left: "vue", right: "react-js", pick: "react-js" };
    expect(await findTally(renamed, clock)).toEqual({ agrees: 0, disagrees: 1 });
  });

  it("and is kept without the address", async () => {
    await vote({ choice: "agree" });
    await vote({ choice: "agree", pair: "react-vs-svelte" });
    const rows = await db().vote.findMany();
    expect(JSON.stringify(rows)).not.toContain("192.0.2");
    expect(new Set(rows.map(({ voterHash }) => voterHash)).size).toBe(2);
  });
});

describe("votes that come together", () => {
  it("of fifty networks are all counted", async () => {
    const cast = Array.from({ length: 50 }, (_, index) =>
      vote({ choice: index % 5 === 0 ? "disagree" : "agree" }, `192.0.2.${index}`),
    );
    expect((await Promise.all(cast)).every(({ ok }) => ok)).toBe(true);
    expect(await tally()).toEqual({ agrees: 40, disagrees: 10 });
  });

  it("of one network are one vote", async () => {
    const picks = ["react", "vue", "none"];
    const choices = ["agree", "disagree", "none", "agree"];
    const cast = Array.from({ length: 50 }, (_, index) =>
      vote({ choice: choices[index % 4], pick: picks[index % 3] }),
    );
    expect((await Promise.all(cast)).every(({ ok }) => ok)).toBe(true);
    await expectTalliesToFitVotes();
    await vote({ choice: "agree" });
    expect(await tally("react")).toEqual({ agrees: 1, disagrees: 0 });
    expect(await tally("vue")).toEqual({ agrees: 0, disagrees: 0 });
    expect(await tally("none")).toEqual({ agrees: 0, disagrees: 0 });
  });

  it("of a few networks that change their minds add up", async () => {
    const picks = ["react", "vue", "none"];
    const choices = ["agree", "disagree", "none"];
    const cast = Array.from({ length: 120 }, (_, index) =>
      vote({ choice: choices[(index * 7) % 3], pick: picks[(index * 5 + 1) % 3] }, `192.0.2.${index % 9}`),
    );
    expect((await Promise.all(cast)).every(({ ok }) => ok)).toBe(true);
    await expectTalliesToFitVotes();
  });
});

async function expectTalliesToFitVotes(): Promise<void> {
  const votes = await db().vote.findMany();
  for (const { verdict, agrees, disagrees } of await db().voteTally.findMany()) {
    const own = votes.filter((vote) => vote.verdict === verdict);
    const agreeing = own.filter((vote) => vote.agrees).length;
    expect({ agrees, disagrees }).toEqual({ agrees: agreeing, disagrees: own.length - agreeing });
  }
}

describe("a vote is refused", () => {
  it.each([
    ["on a pair that is not on file", { pair: "react-vs-nothing" }, "pair"],
    ["on a technology and itself", { pair: "react-vs-react" }, "pair"],
    ["on no pair", { pair: "react" }, "pair"],
    ["on NUL", { pair: "react-vs-vue\0" }, "pair"],
    ["on a list", { pair: ["react-vs-vue"] }, "pair"],
    ["on a very long pair", { pair: "x".repeat(100_000) }, "pair"],
    ["about a pick of neither side", { pick: "svelte" }, "pick"],
    ["about a pick that is not on file", { pick: "nothing" }, "pick"],
    ["about an object", { pick: {} }, "pick"],
    ["that is neither", { choice: "maybe" }, "choice"],
    ["left out", { choice: undefined }, "choice"],
    ["with a field of another form", { role: "owner" }, "role"],
  ])("%s", async (_, fields, field) => {
    expect(await vote({ choice: "agree", ...fields })).toMatchObject({
      ok: false,
      code: "invalid",
      fields: { [field]: expect.any(String) },
    });
    expect(await db().vote.count()).toBe(0);
  });

  it("after sixty of one network in an hour, for that network alone", async () => {
    const address = "198.51.100.7";
    for (let index = 0; index < 60; index += 1) {
      expect(await vote({ choice: "agree" }, address)).toMatchObject({ ok: true });
    }
    expect(await vote({ choice: "disagree" }, address)).toMatchObject({ ok: false, code: "limited" });
    expect(await vote({ choice: "disagree" }, "198.51.100.8")).toMatchObject({ ok: true });
    expect(await tally()).toEqual({ agrees: 1, disagrees: 1 });
  });
});

describe("the counts that pages show", () => {
  it("are remembered, by verdict, and not read again at once", async () => {
    await vote({ choice: "agree" });
    const asked = { left: "react", right: "vue", pick: "react" };
    expect(await findTally(asked, clock)).toEqual({ agrees: 1, disagrees: 0 });
    await vote({ choice: "disagree" });
    const turned = { left: "vue", right: "react", pick: "react" };
    expect(await findTally(turned, clock + 59_000)).toEqual({ agrees: 1, disagrees: 0 });
    expect(await findTally({ ...asked, pick: "vue" }, clock)).toEqual({ agrees: 0, disagrees: 0 });
    expect(await tally()).toEqual({ agrees: 0, disagrees: 1 });
  });

  it("are remembered for so many verdicts only", async () => {
    const asked = { left: "react", right: "vue", pick: "react" };
    await findTally(asked, clock);
    for (let index = 0; index < 1_000; index += 1) {
      await findTally({ ...asked, left: `x${index}-${randomUUID().slice(0, 4)}` }, clock);
    }
    await vote({ choice: "agree" });
    expect(await findTally(asked, clock)).toEqual({ agrees: 1, disagrees: 0 });
  });

  it.each([
    ["react", "nothing", "none"],
    ["react", "vue", "svelte"],
    ["react", "react", "none"],
    ["REACT", "vue", "none"],
    ["react", "vue", "\0"],
  ])("there are none of %s and %s picking %s", async (left, right, pick) => {
    expect(await findTally({ left, right, pick }, clock)).toBeNull();
  });
});
