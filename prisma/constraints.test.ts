import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { prepareTestDatabase } from "../lib/testing/database";

// Rules that hold for whoever writes: plain SQL, past every check in the code.

prepareTestDatabase();

let client: Client;
const [category, git, svn, hg, pair] = Array.from({ length: 5 }, () => randomUUID());

beforeAll(async () => {
  client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
});
afterAll(() => client.end());

// Each test writes inside a transaction that is undone.
beforeEach(async () => {
  await client.query("ROLLBACK; BEGIN");
  await insert("Category", { id: category, slug: "tools", name: "Tools" });
  for (const [id, slug] of [
    [git, "git"],
    [svn, "svn"],
    [hg, "hg"],
  ]) {
    await insert("Technology", {
      id,
      slug,
      name: slug,
      kind: "tool",
      categoryId: category,
      description: "d",
      lead: "l",
    });
  }
  await insert("Comparison", comparison({ id: pair }));
  await insert("Revision", { id: randomUUID(), technologyId: git, number: 1, snapshot: "{}", actor: "x" });
  await insert("AuditEntry", { id: randomUUID(), actor: "x", action: "x" });
});

function comparison(fields: object) {
  const base = { id: randomUUID(), leftId: git, rightId: svn, outcome: "too-close", pickId: null };
  return { ...base, publishedAt: "2026-11-22", ...fields };
}

const DATED = new Set(["Category", "Technology", "Comparison", "User"]);

async function insert(table: string, row: object) {
  const full = DATED.has(table) ? { updatedAt: "2026-11-22", ...row } : row;
  const columns = Object.keys(full).map((name) => `"${name}"`);
  const places = columns.map((_, index) => `$${index + 1}`);
  await client.query(`INSERT INTO "${table}" (${columns}) VALUES (${places})`, Object.values(full));
}

/** The name of the rule that refuses it, or PostgreSQL's message where the rule has no name. */
async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    const { constraint, message } = error as { constraint?: string; message: string };
    return constraint ?? message;
  }
  return "accepted";
}

describe("a comparison", () => {
  it.each([
    ["of a pair that has one", {}, "Comparison_pair_key"],
    ["of a pair that has one the other way round", { leftId: svn, rightId: git }, "Comparison_pair_key"],
    ["of a technology with itself", { rightId: git }, "Comparison_two_sides"],
    ["that picks a third", { rightId: hg, outcome: "pick", pickId: svn }, "Comparison_pick_follows_outcome"],
    ["that picks nothing", { rightId: hg, outcome: "pick" }, "Comparison_pick_follows_outcome"],
    ["too close, with a pick", { rightId: hg, pickId: git }, "Comparison_pick_follows_outcome"],
    [
      "of different jobs, with a pick",
      { rightId: hg, outcome: "different-jobs", pickId: git },
      "Comparison_pick_follows_outcome",
    ],
    ["with one epithet", { rightId: hg, epithetLeft: "x" }, "Comparison_epithets"],
    ["with a long reason", { rightId: hg, reason: "x".repeat(601) }, "Comparison_lengths"],
    ["with an empty reason", { rightId: hg, reason: "" }, "Comparison_lengths"],
    ["with a long body", { rightId: hg, body: "x".repeat(50_001) }, "Comparison_lengths"],
    ["with 31 sentences", { rightId: hg, useLeftIf: Array(31).fill("x") }, "Comparison_lists"],
    ["with a long sentence", { rightId: hg, useRightIf: ["x".repeat(601)] }, "Comparison_sentences"],
    ["with a missing sentence", { rightId: hg, useLeftIf: [null] }, "Comparison_sentences"],
    ["of a technology that is not there", { rightId: randomUUID() }, "Comparison_rightId_fkey"],
  ])("%s is refused", async (_, fields, rule) => {
    expect(await refusal(insert("Comparison", comparison(fields)))).toBe(rule);
  });

  it("may pick its second side, and be as long as the format allows", async () => {
    const longest = {
      reason: "🧊".repeat(600),
      body: "🧊".repeat(50_000),
      useLeftIf: Array(30).fill("🧊".repeat(600)),
    };
    const fields = { rightId: hg, outcome: "pick", pickId: hg, ...longest };
    expect(await refusal(insert("Comparison", comparison(fields)))).toBe("accepted");
  });
});

describe("a slug", () => {
  it.each(["", "A", "a b", "a--b", "-a", "a-", "é", "a_b", "a\n", "a-vs-b", "vs-a", "a-vs", "a".repeat(81)])(
    "%j is refused wherever one stands",
    async (slug) => {
      const tables: [string, object, string][] = [
        ["Category", { id: randomUUID(), slug, name: "x" }, "Category_slug_shape"],
        [
          "Technology",
          {
            id: randomUUID(),
            slug,
            name: "x",
            kind: "tool",
            categoryId: category,
            description: "d",
            lead: "l",
          },
          "Technology_slug_shape",
        ],
        ["Relation", { technologyId: git, position: 0, slug }, "Relation_slug_shape"],
        ["Redirect", { slug, technologyId: git }, "Redirect_slug_shape"],
        [
          "AlsoConsider",
          { comparisonId: pair, position: 0, slug, name: "n", why: "w" },
          "AlsoConsider_shape",
        ],
      ];
      for (const [table, row, rule] of tables) {
        await client.query("SAVEPOINT one");
        expect(await refusal(insert(table, row))).toBe(rule);
        await client.query("ROLLBACK TO one");
      }
    },
  );
});

describe("a part of a record", () => {
  const point = { technologyId: git, side: "pro", position: 0, text: "x" };
  const link = { title: "t", url: "https://example.org" };
  const parts: [string, string, object, string][] = [
    ["a point of 601 characters", "Point", { ...point, text: "x".repeat(601) }, "Point_text"],
    ["an empty point", "Point", { ...point, text: "" }, "Point_text"],
    ["a 31st point", "Point", { ...point, position: 30 }, "Point_position"],
    ["a point before the first", "Point", { ...point, position: -1 }, "Point_position"],
    ["a source without an address", "Point", { ...point, sourceTitle: "t" }, "Point_source"],
    [
      "a source that is a script",
      "Point",
      { ...point, sourceTitle: "t", sourceUrl: "javascript:x" },
      "Point_source",
    ],
    ["a long alias", "Alias", { technologyId: git, position: 0, name: "x".repeat(121) }, "Alias_length"],
    [
      "a resource that is no address",
      "Resource",
      { technologyId: git, position: 0, ...link, url: "x" },
      "Resource_shape",
    ],
    [
      "a negative figure",
      "Popularity",
      { technologyId: git, value: -1, unit: "u", sourceTitle: "t", sourceUrl: link.url, asOf: "2026-11-22" },
      "Popularity_value",
    ],
    [
      "a figure that is none",
      "Popularity",
      {
        technologyId: git,
        value: "NaN",
        unit: "u",
        sourceTitle: "t",
        sourceUrl: link.url,
        asOf: "2026-11-22",
      },
      "Popularity_value",
    ],
    [
      "a long answer",
      "Question",
      { comparisonId: pair, position: 0, question: "q", answer: "x".repeat(2_001) },
      "Question_shape",
    ],
    [
      "a long cell",
      "Criterion",
      { comparisonId: pair, position: 0, name: "n", left: "x".repeat(601), right: "r", edge: "even" },
      "Criterion_shape",
    ],
    [
      "an address in capitals",
      "User",
      { id: randomUUID(), email: "Ada@nicepick.example", name: "Ada", role: "author" },
      "User_email",
    ],
    [
      "a nameless user",
      "User",
      { id: randomUUID(), email: "a@b.example", name: "", role: "author" },
      "User_name",
    ],
    [
      "a revision of nothing",
      "Revision",
      { id: randomUUID(), number: 1, snapshot: "{}", actor: "x" },
      "Revision_one_item",
    ],
    [
      "a second revision of one number",
      "Revision",
      { id: randomUUID(), technologyId: git, number: 1, snapshot: "{}", actor: "x" },
      "Revision_technologyId_number_key",
    ],
  ];
  it.each(parts)("%s is refused", async (_, table, row, rule) => {
    expect(await refusal(insert(table, row))).toBe(rule);
  });

  const lists: [string, object][] = [
    ["Point", point],
    ["Relation", { technologyId: git, position: 0, slug: "x" }],
    ["Alias", { technologyId: git, position: 0, name: "x" }],
    ["Resource", { technologyId: git, position: 0, ...link }],
    ["AlsoConsider", { comparisonId: pair, position: 0, name: "n", why: "w" }],
    ["Criterion", { comparisonId: pair, position: 0, name: "n", left: "l", right: "r", edge: "even" }],
    ["Question", { comparisonId: pair, position: 0, question: "q", answer: "a" }],
    ["ComparisonSource", { comparisonId: pair, position: 0, ...link }],
  ];
  it.each(lists)("%s: one entry for a position", async (table, row) => {
    await insert(table, row);
    expect(await refusal(insert(table, row))).toBe(`${table}_pkey`);
  });

  it("a technology names a related one once", async () => {
    await insert("Relation", { technologyId: git, position: 0, slug: "x" });
    const again = insert("Relation", { technologyId: git, position: 1, slug: "x" });
    expect(await refusal(again)).toBe("Relation_technologyId_slug_key");
  });
});

describe("history", () => {
  const statements = ["Revision", "AuditEntry"].flatMap((table) => [
    [table, `UPDATE "${table}" SET actor = 'y'`],
    [table, `DELETE FROM "${table}"`],
    [table, `TRUNCATE "${table}" CASCADE`],
  ]);
  it.each(statements)("of %s: %s is refused", async (table, sql) => {
    expect(await refusal(client.query(sql))).toBe(`${table} is append-only`);
  });

  it("does not go with the records it is about", async () => {
    // What is left for the end of the transaction would be refused first.
    await client.query("SET CONSTRAINTS ALL IMMEDIATE");
    expect(await refusal(client.query('TRUNCATE "Technology" CASCADE'))).toBe("Revision is append-only");
  });
});

describe("what is in use cannot be deleted", () => {
  it.each([
    ["a category with technologies", 'DELETE FROM "Category"', "Technology_categoryId_fkey"],
    [
      "a technology in a comparison",
      `DELETE FROM "Technology" WHERE slug = 'svn'`,
      "Comparison_rightId_fkey",
    ],
    ["a technology with a history", `DELETE FROM "Technology" WHERE slug = 'git'`, /_fkey$/],
  ])("%s", async (_, sql, rule) => {
    expect(await refusal(client.query(sql))).toMatch(rule);
  });

  it("what is not in use can, with its parts", async () => {
    await insert("Point", { technologyId: hg, side: "pro", position: 0, text: "x" });
    expect(await refusal(client.query(`DELETE FROM "Technology" WHERE slug = 'hg'`))).toBe("accepted");
  });
});
