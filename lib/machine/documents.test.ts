import fc from "fast-check";
import { marked } from "marked";
import { describe, expect, it } from "vitest";
import type { ComparisonPage, CuratedParts } from "../comparisons/types";
import type { TechnologyPage } from "../technologies/types";
import { anyPair, curatedPair } from "../testing/arbitraries";
import { textsOf } from "../testing/records";
import { compose } from "../verdict/compose";
import { comparisonJson } from "./comparison-json";
import { comparisonMarkdown } from "./comparison-markdown";
import { technologyJson } from "./technology-json";
import { technologyMarkdown } from "./technology-markdown";

const SITE = "https://nicepick.example";
const PLACE = { kind: "tool", category: { slug: "tools", name: "Tools" } } as const;

const ATTACKS = [
  "# x",
  "[a](javascript:alert(1))",
  "![a](https://evil.example/a.png)",
  "<script>alert(1)</script>",
  "<!-- a",
  "a | b | c",
  "| --- | --- |",
  "```",
  "~~~",
  "`code`",
  "**bold** _em_ ~~del~~",
  "- list",
  "+ list",
  "* list",
  "1. list",
  "12) list",
  "> quote",
  "---",
  "===",
  "[a]: https://evil.example",
  "[^1]: note",
  "https://evil.example/a?b=c",
  "www.evil.example",
  "who@evil.example",
  "<https://evil.example>",
  "&lt;b&gt; &amp; &#60;",
  "\\",
  "ends with \\",
  "C #",
  "C# #",
  "- [ ] task",
  "a*b*c",
  "$x$ {x}",
];

const hostile = fc
  .array(fc.oneof(fc.constantFrom(...ATTACKS), fc.string({ unit: "grapheme", maxLength: 12 })), {
    minLength: 1,
    maxLength: 3,
  })
  .map((parts) => `${parts.join(" ").replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, "")}x`.trim());

const lines = fc
  .array(hostile, { minLength: 1, maxLength: 4 })
  .map((texts) => texts.join("\n"))
  .chain((text) => fc.constantFrom(text, text.replaceAll("\n", "\n\n")));

const url = fc.constantFrom(
  "https://example.org/",
  "https://example.org/?a=1&copy;=2&lt;b",
  "https://example.org/a)b(c",
  "https://example.org/<script>",
  "https://example.org/a'b\"c\\d`e|f",
  "HTTPS://[::1]/[x](y)",
);

const source = fc.record({ title: hostile, url });
const optional = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const list = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 3 });

const point = fc.record(
  { text: hostile, source, checkedAt: fc.constant("2026-10-31") },
  { requiredKeys: ["text"] },
);

const curatedParts: fc.Arbitrary<CuratedParts> = fc.record({
  category: hostile,
  publishedAt: fc.constant("2026-03-02T00:00:00.000Z"),
  verifiedAt: optional(fc.constant("2026-04-05T00:00:00.000Z")),
  author: optional(hostile),
  readingMinutes: fc.nat(9),
  shortAnswer: optional(hostile),
  useLeftIf: list(hostile),
  useRightIf: list(hostile),
  alsoConsider: list(
    fc.record(
      { name: hostile, why: hostile, slug: fc.constant("docker") },
      { requiredKeys: ["name", "why"] },
    ),
  ),
  criteria: list(
    fc.record({
      name: hostile,
      left: hostile,
      right: hostile,
      edge: fc.constantFrom("left", "right", "even"),
    }),
  ),
  body: fc.constant(undefined),
  faq: list(fc.record({ question: hostile, answer: lines })),
  sources: list(source),
}) as fc.Arbitrary<CuratedParts>;

const other = fc.record({ slug: fc.constant("docker"), name: hostile }).map(({ slug, name }) => ({
  ...{ left: "docker", right: "left", slug, name, curated: true, sameJob: true },
}));

const verdictChange = fc.record({
  at: fc.constant("2026-10-31T00:00:00.000Z"),
  from: fc.record({ outcome: fc.constant("pick" as const), pick: hostile }),
  to: fc.record({ outcome: fc.constant("pick" as const), pick: hostile }),
  reason: hostile,
  byReader: fc.boolean(),
});

const content = fc
  .record({
    input: fc.oneof(anyPair, curatedPair),
    curated: optional(curatedParts),
    more: fc.record({ left: list(other), right: list(other) }),
    history: list(verdictChange),
  })
  .map(({ input, curated, more, history }) => {
    const page: ComparisonPage = {
      verdict: compose(input),
      left: { slug: input.left.slug, name: input.left.name, ...PLACE },
      right: { slug: input.right.slug, name: input.right.name, ...PLACE },
      ...(curated && { curated }),
      updatedAt: "2026-10-31T00:00:00.000Z",
      more,
    };
    return { page, history };
  });

const technology = fc.record({
  slug: fc.constant("left"),
  name: hostile,
  kind: fc.constant("tool"),
  category: fc.record({ slug: fc.constant("tools"), name: hostile }),
  description: lines,
  lead: hostile,
  tagline: optional(hostile),
  ring: fc.constantFrom("adopt", undefined),
  pros: list(point),
  cons: list(point),
  related: list(fc.record({ name: hostile, slug: fc.constantFrom("docker", undefined) })),
  aliases: list(hostile),
  popularity: optional(
    fc.record({ value: fc.nat(), unit: hostile, source, asOf: fc.constant("2026-10-31") }),
  ),
  links: list(fc.record({ label: fc.constant("Website"), url })),
  license: optional(hostile),
  firstReleased: fc.constantFrom(1999, undefined),
  resources: list(source),
  updatedAt: fc.constant("2026-10-31T00:00:00.000Z"),
  alternatives: list(
    other.map((one) => ({ ...one, kind: "tool", outcome: "pick", pick: "docker", tagline: one.name })),
  ),
  record: fc.constantFrom({ picked: 1, of: 3, place: 2, tied: true, ranked: 4 }, undefined),
  comparisons: list(other),
}) as unknown as fc.Arbitrary<TechnologyPage>;

/** The same value with every text in it made harmless. Addresses, dates and keys that shape the document stay. */
function harmless<T>(value: T, key = ""): T {
  if (typeof value === "string") {
    const shaping = [
      "slug",
      "url",
      "at",
      "outcome",
      "side",
      "edge",
      "left-slug",
      "ring",
      "kind",
      "pick-slug",
    ];
    if (shaping.includes(key) || /^\d{4}-\d\d-\d\d/.test(value)) return value;
    return value.replace(/[^\n]+/g, "words") as T;
  }
  if (Array.isArray(value)) return value.map((one) => harmless(one, key)) as T;
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).map(([name, one]) => {
    const isSlug = (name === "left" || name === "right" || name === "pick") && key === "list";
    return [name, isSlug ? one : harmless(one, LISTS.has(name) ? "list" : name)];
  });
  return Object.fromEntries(entries) as T;
}
const LISTS = new Set(["alternatives", "comparisons"]);

function tagsOf(html: string): string[] {
  return html.match(/<\/?[a-z][a-z0-9]*/gi) ?? [];
}

/** What a reader of the rendered document sees, letter by letter, without white space. */
function textOf(html: string): string {
  const entities: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', "#39": "'" };
  return html
    .replace(/<[^>]*>/g, "")
    .replace(/&(lt|gt|amp|quot|#39);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/\s+/g, "");
}

const render = (markdown: string) => marked.parse(markdown, { async: false, gfm: true });

const bare = (text: string) => text.replace(/\s+/g, "");

describe("a comparison's documents", () => {
  it("say every text of the page", () => {
    fc.assert(
      fc.property(content, (given) => {
        const seen = textOf(render(comparisonMarkdown(given, SITE)));
        const json = JSON.parse(JSON.stringify(comparisonJson(given, SITE)));
        expect(json.sides.map(({ pros }: { pros: unknown }) => pros)).toEqual(
          given.page.verdict.sections.map(({ pros }) => JSON.parse(JSON.stringify(pros))),
        );
        const spoken = new Set(stringsIn(json));
        for (const text of [...textsOf(given.page.verdict), ...stringsIn(given.page.curated?.faq ?? [])]) {
          expect(seen).toContain(bare(text));
          const inJson = spoken.has(text) || [...spoken].some((one) => one.includes(text));
          expect(inJson, text).toBe(true);
        }
      }),
      { numRuns: 100, seed: 5 },
    );
  });

  it("let no text become an element", () => {
    fc.assert(
      fc.property(content, (given) => {
        const page = { ...given.page, curated: given.page.curated };
        const tags = tagsOf(render(comparisonMarkdown({ ...given, page }, SITE)));
        const calm = harmless(given);
        // Names tell the sides of the table apart; nothing else of the shape depends on a text.
        expect(tags).toEqual(tagsOf(render(comparisonMarkdown(calm, SITE))));
      }),
      { numRuns: 150, seed: 6 },
    );
  });
});

describe("a technology's documents", () => {
  it("say every text of the page, and let none become an element", () => {
    fc.assert(
      fc.property(technology, (given) => {
        const html = render(technologyMarkdown(given, SITE));
        const seen = textOf(html);
        const json = JSON.parse(JSON.stringify(technologyJson(given, SITE)));
        expect(json.pros).toEqual(JSON.parse(JSON.stringify(given.pros)));
        expect(json.resources).toEqual(given.resources);
        const { pros, cons, aliases, resources, name, lead, tagline, license, description, related } = given;
        const texts = [
          ...[name, lead, tagline, license, given.category.name],
          ...[...pros, ...cons].flatMap(({ text, source: from }) => [text, from?.title]),
          ...aliases,
          ...[...resources.map(({ title }) => title), ...related.map((one) => one.name)],
          ...description.split("\n"),
        ].filter((text) => text !== undefined);
        for (const text of texts) expect(seen).toContain(bare(text));
        expect(tagsOf(html)).toEqual(tagsOf(render(technologyMarkdown(harmless(given), SITE))));
        for (const [, href = ""] of html.matchAll(/href="([^"]*)"/g)) {
          expect(href).toMatch(/^(?:https?:)\/\//i);
        }
      }),
      { numRuns: 150, seed: 7 },
    );
  });
});

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(stringsIn) : [];
}
