import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { catalogueArbitrary, catalogueFile } from "../testing/catalogues";
import {
  formatProblem,
  LARGEST_FILE_BYTES,
  listCatalogueWarnings,
  MOST_PROBLEMS,
  parseCatalogue,
} from "./document";

const HEAD = '{"format":"nicepick-catalogue","version":1';
const CATEGORY = { slug: "tools", name: "Tools" };
const TECHNOLOGY = { slug: "git", name: "Git", kind: "tool", category: "tools", description: "d", lead: "l" };
const COMPARISON = { left: "git", right: "svn", outcome: "too-close" };

/** Every reason, as the import command prints it. */
function reasons(file: Uint8Array | string): string[] {
  const result = parseCatalogue(typeof file === "string" ? Buffer.from(file) : file);
  return result.ok ? [] : result.problems.map(formatProblem);
}

const comparison = (fields: object) =>
  reasons(catalogueFile({ comparisons: [{ ...COMPARISON, ...fields }] }));

describe("the file as a whole", () => {
  it("may leave every list out", () => {
    expect(parseCatalogue(Buffer.from(`${HEAD}}`))).toEqual({
      ok: true,
      catalogue: { categories: [], technologies: [], comparisons: [] },
    });
  });

  it("may begin with a byte order mark", () => {
    expect(reasons(`\uFEFF${HEAD}}`)).toEqual([]);
  });

  it.each([
    ["nothing", "", "the file is not JSON: Unexpected end of JSON input"],
    ["no JSON", "slug,name\ngit,Git", /^the file is not JSON: /],
    ["half of it", `${HEAD},"categories":[{"sl`, /^the file is not JSON: /],
    ["JSON with a comment", `// mine\n${HEAD}}`, /^the file is not JSON: /],
    ["a list", "[]", "is not a catalogue: the file must hold one JSON object"],
    ["null", "null", "is not a catalogue: the file must hold one JSON object"],
    ["a text", '"nicepick-catalogue"', "is not a catalogue: the file must hold one JSON object"],
    ["no format", "{}", 'format: is not "nicepick-catalogue"'],
    ["another format", '{"format":"npm","version":1}', 'format: is not "nicepick-catalogue"'],
    ["a future version", HEAD.replace("1", "2").concat("}"), "version: is 2; this program reads version 1"],
    [
      "a version in quotes",
      HEAD.replace("1", '"1"').concat("}"),
      "version: is not a number; this program reads version 1",
    ],
    [
      "no version",
      '{"format":"nicepick-catalogue"}',
      "version: is not a number; this program reads version 1",
    ],
    ["an object for a list", `${HEAD},"technologies":{}}`, "technologies: is not a list"],
    ["null for a list", `${HEAD},"comparisons":null}`, "comparisons: is not a list"],
  ])("is refused when it holds %s", (_, file, reason) => {
    expect(reasons(file)).toEqual([typeof reason === "string" ? reason : expect.stringMatching(reason)]);
  });

  it.each([
    ["Latin 1", Buffer.from(`${HEAD},"x":"é"}`, "latin1")],
    ["UTF-16", Buffer.from(`\uFEFF${HEAD}}`, "utf16le")],
    [
      "a surrogate in UTF-8",
      Buffer.concat([Buffer.from(`${HEAD},"x":"`), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from('"}')]),
    ],
  ])("is refused in %s", (_, bytes) => {
    expect(reasons(bytes)).toEqual(["the file is not UTF-8 text"]);
  });

  it("is refused above 64 MB before it is read", () => {
    expect(reasons(Buffer.alloc(LARGEST_FILE_BYTES + 1, " "))).toEqual(["the file is over 64 MB"]);
    expect(reasons(Buffer.alloc(LARGEST_FILE_BYTES, " "))).toEqual([
      expect.stringMatching(/^the file is not JSON/),
    ]);
  });

  it("is refused in a few words when it is nested without end", () => {
    const nested = "[".repeat(200_000) + "]".repeat(200_000);
    expect(reasons(`${HEAD},"categories":${nested}}`)).toEqual(["categories[0]: is not an object"]);
    expect(reasons(`{"format":"nicepick-catalogue","version":${nested}}`)).toHaveLength(1);
  });
});

describe("every file that is wrong is told all of it", () => {
  it("in the order of the file, and repeats beside bad fields", () => {
    const file = catalogueFile({
      categories: [CATEGORY, { slug: "A", name: "" }, CATEGORY],
      technologies: [{ ...TECHNOLOGY, kind: "x", pros: ["", "\uD800"] }],
      comparisons: [{ ...COMPARISON, outcome: "pick" }],
    });
    expect(reasons(file)).toEqual([
      expect.stringMatching(/^categories\[1\]\.slug: is not a slug/),
      "categories[1].name: is required",
      expect.stringMatching(/^technologies\[0\]\.kind: is not one of/),
      "technologies[0].pros[0].text: is required",
      "technologies[0].pros[1].text: has half of a surrogate pair in it",
      'comparisons[0].pick: is required when the outcome is "pick"',
      'categories[2].slug: "tools" is given twice: categories[0].slug has it already',
    ]);
  });

  it("up to a bound that keeps a hostile file from filling the memory", () => {
    const last = `these are the first ${MOST_PROBLEMS} reasons; there may be more`;
    const keys = Object.fromEntries(Array.from({ length: 150_000 }, (_, index) => [`key${index}`, 1]));
    const entries = Array.from({ length: 150_000 }, () => CATEGORY);
    for (const file of [
      { categories: [{ ...CATEGORY, ...keys }] },
      keys,
      { categories: entries },
      { categories: Array(150_000).fill(1) },
    ]) {
      const found = reasons(catalogueFile(file));
      expect(found).toHaveLength(MOST_PROBLEMS + 1);
      expect(found.at(-1)).toBe(last);
    }
  });
});

describe("a comparison", () => {
  it.each([
    [{ right: "git" }, "right: is the same technology as the left side"],
    [{ outcome: "pick" }, 'pick: is required when the outcome is "pick"'],
    [{ outcome: "pick", pick: "hg" }, 'pick: is neither of the pair: "git" or "svn"'],
    [{ pick: "git" }, 'pick: does not go with the outcome "too-close"'],
    [{ outcome: "different-jobs", pick: "git" }, 'pick: does not go with the outcome "different-jobs"'],
    [{ outcome: "unrated" }, "outcome: is not one of pick, too-close, different-jobs"],
    [{ epithets: ["one"] }, "epithets: must be two texts, the left side's and the right side's"],
    [{ epithets: ["a", "b", "c"] }, "epithets: must be two texts, the left side's and the right side's"],
    [{ epithets: null }, "epithets: must be two texts, the left side's and the right side's"],
    [{ epithets: ["", "b"] }, "epithets[0]: is required"],
    [
      { criteria: [{ name: "n", left: "l", right: "r", edge: "git" }] },
      "criteria[0].edge: is not one of left, right, even",
    ],
    [
      { verifiedAt: "2026-02-30" },
      'verifiedAt: is not a date like "2026-10-31" or a time like "2026-10-31T12:00:00Z"',
    ],
    [{ body: "a\u0007" }, "body: has a character that is not allowed: U+0007"],
    [{ useLeftIf: ["a\nb"] }, "useLeftIf[0]: has a character that is not allowed: a line break (U+000A)"],
  ])("%j", (fields, reason) => {
    expect(comparison(fields)).toEqual([`comparisons[0].${reason}`]);
  });

  it("may pick its second side", () => {
    expect(comparison({ outcome: "pick", pick: "svn" })).toEqual([]);
  });
});

describe("two entries of one file", () => {
  const two = (list: string, one: object, other: object) => reasons(catalogueFile({ [list]: [one, other] }));
  it.each([
    [
      "with one category slug",
      "categories",
      CATEGORY,
      { ...CATEGORY, name: "T" },
      'categories[1].slug: "tools" is given twice: categories[0].slug has it already',
    ],
    [
      "with one technology slug",
      "technologies",
      TECHNOLOGY,
      TECHNOLOGY,
      'technologies[1].slug: "git" is given twice: technologies[0].slug has it already',
    ],
    [
      "with one pair",
      "comparisons",
      COMPARISON,
      COMPARISON,
      'comparisons[1]: "git-vs-svn" is given twice: comparisons[0] has it already',
    ],
    [
      "with one pair, reversed",
      "comparisons",
      COMPARISON,
      { ...COMPARISON, left: "svn", right: "git" },
      'comparisons[1]: "git-vs-svn" is given twice: comparisons[0] has it already',
    ],
    [
      "with one former slug",
      "technologies",
      { ...TECHNOLOGY, formerSlugs: ["dit"] },
      { ...TECHNOLOGY, slug: "hg", formerSlugs: ["dit"] },
      'technologies[1].formerSlugs: "dit" is given twice: technologies[0].formerSlugs has it already',
    ],
  ])("%s are refused", (_, list, one, other, reason) => {
    expect(two(list, one, other)).toEqual([reason]);
  });
});

describe("what is read", () => {
  it("a point may be a text or an object and means the same", () => {
    const read = (pro: unknown) =>
      parseCatalogue(catalogueFile({ technologies: [{ ...TECHNOLOGY, pros: [pro] }] }));
    expect(read(" fast ")).toEqual(read({ text: "fast", checkedAt: "" }));
    expect(read("fast")).toMatchObject({ catalogue: { technologies: [{ pros: [{ text: "fast" }] }] } });
  });

  it("related slugs lose the record itself and repeats", () => {
    const file = catalogueFile({ technologies: [{ ...TECHNOLOGY, related: ["svn", "git", "svn", "hg"] }] });
    expect(parseCatalogue(file)).toMatchObject({ catalogue: { technologies: [{ related: ["svn", "hg"] }] } });
  });

  it("a pro that reads like a warning is pointed out and accepted", () => {
    const parsed = parseCatalogue(catalogueFile({ technologies: [{ ...TECHNOLOGY, pros: ["Avoid it"] }] }));
    if (!parsed.ok) throw new Error("refused");
    expect(listCatalogueWarnings(parsed.catalogue)).toEqual([
      { path: "technologies[0].pros[0].text", message: "reads like a warning, not a pro" },
    ]);
  });

  it("what was read and written down again reads the same", () => {
    const property = fc.property(catalogueArbitrary, (lists) => {
      const once = parseCatalogue(catalogueFile(lists));
      if (!once.ok) throw new Error(JSON.stringify(once.problems));
      expect(parseCatalogue(catalogueFile(once.catalogue))).toEqual(once);
    });
    fc.assert(property, { seed: 2, numRuns: 100 });
  }, 60_000);
});
