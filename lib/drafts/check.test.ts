import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { portableCategory } from "../categories/portable";
import { portableComparison } from "../comparisons/portable";
import { sameRecord } from "../portable";
import { portableTechnology } from "../technologies/portable";
import { catalogueArbitrary } from "../testing/catalogues";
import { listFormProblems } from "./check";
import { FORMS } from "./forms";
import type { DocumentOf, FormOf, ItemType } from "./types";

const PORTABLE: { [T in ItemType]: (document: DocumentOf[T]) => object } = {
  technology: portableTechnology,
  comparison: portableComparison,
  category: portableCategory,
};

/** The record that comes of a document which was opened in the editor and published unchanged. */
function published<T extends ItemType>(type: T, document: DocumentOf[T]): DocumentOf[T] {
  const kind = FORMS[type];
  const form = kind.formSchema.parse(JSON.parse(JSON.stringify(kind.toForm(document))));
  const result = listFormProblems(type, form);
  if (!result.ok) throw new Error(JSON.stringify(result.fields));
  return result.document;
}

test("any document that is opened and published unchanged stays the record it was", () => {
  const check = <T extends ItemType>(type: T, given: unknown) => {
    const document = FORMS[type].documentSchema.parse(given);
    const wanted = type === "technology" ? { ...document, formerSlugs: [] } : document;
    const portable = PORTABLE[type];
    expect(sameRecord(portable(published(type, document)), portable(wanted))).toBe(true);
  };
  const property = fc.property(catalogueArbitrary, ({ categories, technologies, comparisons }) => {
    for (const given of categories) check("category", given);
    for (const given of technologies) check("technology", given);
    for (const given of comparisons) check("comparison", given);
  });
  fc.assert(property, { seed: 20261122, numRuns: 60 });
});

function technology(given: Partial<FormOf["technology"]>): FormOf["technology"] {
  const whole = {
    slug: "go",
    name: "Go",
    kind: "language",
    category: "languages",
    description: "D",
    lead: "L",
  };
  return { ...FORMS.technology.empty(), ...whole, ...given };
}

function comparison(given: Partial<FormOf["comparison"]>): FormOf["comparison"] {
  return { ...FORMS.comparison.empty(), left: "go", right: "rust", outcome: "too-close", ...given };
}

const point = (text: string, more = {}) => ({
  key: `k${text}`,
  text,
  sourceTitle: "",
  sourceUrl: "",
  checkedAt: "",
  ...more,
});

function fieldsOf<T extends ItemType>(type: T, form: FormOf[T]): Record<string, string> {
  const result = listFormProblems(type, form);
  return result.ok ? {} : result.fields;
}

describe("what was begun is asked for to its end", () => {
  it.each<[string, Partial<FormOf["technology"]>, Record<string, string>]>([
    ["nothing more than what is required", {}, {}],
    [
      "a source without an address",
      { pros: [point("Fast", { sourceTitle: "npm" })] },
      { "pros.0.sourceUrl": "is required" },
    ],
    [
      "a source without a title",
      { cons: [point("Slow", { sourceUrl: "https://x.org" })] },
      { "cons.0.sourceTitle": "is required" },
    ],
    [
      "a source and a date without a text",
      { pros: [point("", { sourceTitle: "npm", sourceUrl: "https://x.org", checkedAt: "2026-10-31" })] },
      { "pros.0.text": "is required" },
    ],
    [
      "a figure alone",
      { popularityValue: "10" },
      {
        popularityUnit: "is required",
        popularitySourceTitle: "is required",
        popularitySourceUrl: "is required",
        popularityAsOf: "is required",
      },
    ],
    [
      "everything but the figure",
      {
        popularityUnit: "stars",
        popularitySourceTitle: "GitHub",
        popularitySourceUrl: "https://github.com",
        popularityAsOf: "2026-10-31",
      },
      { popularityValue: "is required" },
    ],
    [
      "a resource without a title",
      { resources: [{ key: "r", title: " ", url: "https://x.org" }] },
      { "resources.0.title": "is required" },
    ],
  ])("%s", (_, given, fields) => {
    expect(fieldsOf("technology", technology(given))).toEqual(fields);
  });

  it("one epithet of two", () => {
    expect(fieldsOf("comparison", comparison({ epithetLeft: "The quick one" }))).toEqual({
      epithetRight: "is required",
    });
    expect(fieldsOf("comparison", comparison({ epithetRight: "The safe one" }))).toEqual({
      epithetLeft: "is required",
    });
  });

  it("an empty technology lacks its required fields, each once", () => {
    expect(fieldsOf("technology", FORMS.technology.empty())).toEqual({
      slug: "is required",
      name: "is required",
      kind: "is required",
      category: "is required",
      description: "is required",
      lead: "is required",
    });
  });
});

describe("a problem is told on the field of the form that has it", () => {
  it("whatever blank rows stand in front of it", () => {
    const form = technology({
      pros: [point(" "), point("Fast"), point(""), point("Old", { checkedAt: "soon" })],
      related: ["", "Not a slug"],
      aliases: ["golang", " ", "a\tb"],
      resources: [
        { key: "a", title: "", url: " " },
        { key: "b", title: "Book", url: "book.org" },
      ],
    });
    expect(Object.keys(fieldsOf("technology", form))).toEqual([
      "pros.3.checkedAt",
      "related.1",
      "aliases.2",
      "resources.1.url",
    ]);
  });

  it("in a comparison as well", () => {
    const row = { key: "x", text: "" };
    const form = comparison({
      useLeftIf: [row, { key: "y", text: "a\nb" }],
      criteria: [
        { key: "c", name: "", left: "", right: "", edge: "" },
        { key: "d", name: "Speed", left: "Fast", right: "Slow", edge: "" },
      ],
      faq: [{ key: "f", question: "Why?", answer: "" }],
      alsoConsider: [{ key: "a", slug: "zig", name: "", why: "New" }],
      sources: [{ key: "s", title: "", url: "https://x.org" }],
    });
    expect(fieldsOf("comparison", form)).toEqual({
      "useLeftIf.1.text": "has a character that is not allowed: a line break (U+000A)",
      "alsoConsider.0.name": "is required",
      "criteria.1.edge": "is required",
      "faq.0.answer": "is required",
      "sources.0.title": "is required",
    });
  });

  it("a list that is too long, as a whole", () => {
    const pros = Array.from({ length: 31 }, (_, index) => point(`Point ${index}`));
    expect(fieldsOf("technology", technology({ pros }))).toEqual({ pros: "has more than 30 entries" });
  });

  it("links by their own names", () => {
    expect(fieldsOf("technology", technology({ website: "go.dev", docs: "ftp://go.dev" }))).toEqual({
      website: "is not an http or https address",
      docs: "is not an http or https address",
    });
  });
});

describe("numbers are read strictly", () => {
  it.each([
    ["1995", {}],
    [" 1995 ", {}],
    ["1995.5", { firstReleased: "is not a whole number" }],
    ["about 1995", { firstReleased: "is not a number" }],
    ["0x7cf", { firstReleased: "is not a number" }],
    ["1799", { firstReleased: "is before 1800" }],
    ["2201", { firstReleased: "is after 2200" }],
  ])("first released: %s", (firstReleased, fields) => {
    expect(fieldsOf("technology", technology({ firstReleased }))).toEqual(fields);
  });

  it.each([
    ["1,000", { popularityValue: "is not a number" }],
    ["10k", { popularityValue: "is not a number" }],
    ["-1", { popularityValue: "must not be negative" }],
    ["1e16", { popularityValue: "is too large" }],
    ["1e999", { popularityValue: "is not a number" }],
    ["0.5", {}],
  ])("popularity: %s", (popularityValue, fields) => {
    const rest = {
      popularityUnit: "stars",
      popularitySourceTitle: "GitHub",
      popularitySourceUrl: "https://github.com",
      popularityAsOf: "2026-10-31",
    };
    expect(fieldsOf("technology", technology({ popularityValue, ...rest }))).toEqual(fields);
  });
});

describe("the pick is a side", () => {
  it("and becomes the slug of that side", () => {
    const result = listFormProblems("comparison", comparison({ outcome: "pick", pick: "right" }));
    expect(result).toMatchObject({ ok: true, document: { pick: "rust" } });
  });

  it.each<[Partial<FormOf["comparison"]>, Record<string, string>]>([
    [{ outcome: "" }, { outcome: "is required" }],
    [{ outcome: "pick" }, { pick: 'is required when the outcome is "pick"' }],
    [{ pick: "left" }, { pick: 'does not go with the outcome "too-close"' }],
    [{ right: "go" }, { right: "is the same technology as the left side" }],
    [{ left: "", outcome: "pick", pick: "left" }, { left: "is required" }],
  ])("%j", (given, fields) => {
    expect(fieldsOf("comparison", comparison(given))).toEqual(fields);
  });
});
