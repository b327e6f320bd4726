import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { comparisonFormSchema, emptyComparisonForm } from "../comparisons/form";
import { emptyTechnologyForm, technologyFormSchema } from "../technologies/form";
import { comparisonForm, technologyForm } from "../testing/form-arbitraries";
import { textsOf } from "../testing/records";
import { comparisonPreview, technologyPreview } from "./build";

const context = {
  names: new Map([["react", { slug: "react", name: "React" }]]),
  categories: new Map([["databases", "Databases"]]),
  now: "2026-11-22T10:00:00.000Z",
};

const form = (given: object) => technologyFormSchema.parse({ ...emptyTechnologyForm(), ...given });
const comparison = (given: object) => comparisonFormSchema.parse({ ...emptyComparisonForm(), ...given });
const point = (text: string, given = {}) => ({
  key: "a",
  text,
  sourceTitle: "",
  sourceUrl: "",
  checkedAt: "",
  ...given,
});

describe("an unfinished technology", () => {
  test("has a page from the first moment", () => {
    expect(technologyPreview(emptyTechnologyForm(), context)).toMatchObject({
      name: "Untitled",
      kind: "tool",
      category: { slug: "", name: "No category yet" },
      description: "…",
      lead: "…",
      pros: [],
      links: [],
      updatedAt: context.now,
    });
  });

  test("shows what would be published of it, and leaves out what would be refused", () => {
    const page = technologyPreview(
      form({
        name: "  Café\r\n ",
        kind: "gadget",
        ring: "best",
        category: "databases",
        related: ["react", "Not a slug", "react", "no-such-thing"],
        website: "javascript:alert(1)",
        docs: "https://example.com/docs",
        firstReleased: "1995.5",
        popularityValue: "12",
        pros: [
          point("Fast", { sourceTitle: "A bench", sourceUrl: "ftp://x", checkedAt: "2026-02-30" }),
          point(" ", { key: "b", sourceTitle: "Only a source" }),
        ],
      }),
      context,
    );
    expect(page).toMatchObject({
      name: "Café",
      kind: "tool",
      category: { slug: "databases", name: "Databases" },
    });
    expect(page.related).toEqual([{ slug: "react", name: "React" }, { name: "No such thing" }]);
    expect(page.links).toEqual([{ label: "Documentation", url: "https://example.com/docs" }]);
    expect(page.pros).toEqual([{ text: "Fast" }]);
    expect([page.ring, page.firstReleased, page.popularity]).toEqual([undefined, undefined, undefined]);
  });

  test("is told from another one that has no slug either", () => {
    const { verdict } = comparisonPreview({
      ...context,
      left: form({ name: "One", ring: "hold" }),
      right: form({ name: "Other", ring: "adopt" }),
      comparison: comparison({ outcome: "pick", pick: "right" }),
    });
    expect(verdict.pickBlock.name).toBe("Other");
    expect(verdict.sections.map(({ picked }) => picked)).toEqual([false, true]);
  });
});

describe("an unfinished comparison", () => {
  const sides = {
    left: form({ slug: "a", name: "A", category: "databases", ring: "trial" }),
    right: form({ slug: "b", name: "B", category: "databases", ring: "adopt" }),
  };
  const verdictOf = (given: object) =>
    comparisonPreview({ ...context, ...sides, comparison: comparison(given) }).verdict;

  test("goes by the records until a pick is made", () => {
    expect(verdictOf({}).pickBlock.name).toBe("B");
    expect(verdictOf({ outcome: "pick" }).pickBlock.name).toBe("B");
    expect(verdictOf({ outcome: "pick", pick: "left" }).pickBlock.name).toBe("A");
    expect(verdictOf({ outcome: "too-close", pick: "left" }).pickBlock.heading).toBe("Too close to call");
  });

  test("leaves out rows in which nothing is, and dates itself", () => {
    const { curated } = comparisonPreview({
      ...context,
      ...sides,
      comparison: comparison({
        useLeftIf: [
          { key: "a", text: " " },
          { key: "b", text: "You want it." },
        ],
        criteria: [{ key: "a", name: "", left: "", right: "", edge: "left" }],
        alsoConsider: [{ key: "a", slug: "react", name: "React", why: "" }],
        sources: [{ key: "a", title: "No address", url: "" }],
        faq: [{ key: "a", question: "", answer: "Because." }],
        publishedAt: "soon",
      }),
    });
    expect(curated).toMatchObject({
      category: "Databases",
      publishedAt: context.now,
      useLeftIf: ["You want it."],
      criteria: [],
      alsoConsider: [{ name: "React", why: "…", slug: "react" }],
      sources: [],
      faq: [{ question: "…", answer: "Because." }],
    });
  });
});

test("there is a page for whatever may be kept as a draft", () => {
  fc.assert(
    fc.property(technologyForm, technologyForm, fc.option(comparisonForm), (left, right, curated) => {
      expect(technologyFormSchema.safeParse(left).success).toBe(true);
      if (curated) expect(comparisonFormSchema.safeParse(curated).success).toBe(true);
      const page = technologyPreview(left, context);
      expect([page.name, page.lead, page.description].every((text) => text.trim() !== "")).toBe(true);
      expect(page.links.every(({ url }) => /^https?:/i.test(url))).toBe(true);
      const { verdict } = comparisonPreview({
        ...context,
        left,
        right,
        ...(curated && { comparison: curated }),
      });
      expect(textsOf(verdict).every((text) => text.trim() !== "")).toBe(true);
    }),
    { seed: 20_261, numRuns: 200 },
  );
});
