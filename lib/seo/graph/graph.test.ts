import { beforeAll, describe, expect, it } from "vitest";
import type { ComparisonPage } from "../../comparisons/types";
import type { TechnologyPage } from "../../technologies/types";
import { findSchemaFaults } from "../../testing/schema-check";
import { compose } from "../../verdict/compose";
import type { Kind, TechnologyRecord } from "../../verdict/types";
import { CHANGES, METHODOLOGY } from "../pages";
import { comparisonGraph } from "./comparison";
import { listGraph, plainGraph } from "./list";
import { homeGraph } from "./site";
import { technologyGraph } from "./technology";
import { jsonLdText } from "./text";

beforeAll(() => {
  process.env.SITE_URL = "https://nicepick.example";
});

const HOSTILE = `</script><!--<script>alert("1")&amp;'\u2028\u2029\\u003c ]]> "}`;

const record = (slug: string, given: Partial<TechnologyRecord> = {}): TechnologyRecord => ({
  slug,
  name: slug.toUpperCase(),
  kind: "tool",
  category: "tests",
  lead: `Choose ${slug} when a test asks for it.`,
  pros: [{ text: "Short" }],
  cons: [],
  related: [],
  ring: "adopt",
  ...given,
});

const category = { slug: "tests", name: "Tests" };

function comparison(left: TechnologyRecord, right: TechnologyRecord, curated = false): ComparisonPage {
  const side = ({ slug, name, kind }: TechnologyRecord) => ({ slug, name, kind, category });
  return {
    verdict: compose({ left, right, related: new Map(), nearest: [] }),
    left: side(left),
    right: side(right),
    updatedAt: "2026-05-06T07:08:09.000Z",
    more: { left: [], right: [] },
    ...(curated && {
      curated: {
        category: "Tests",
        publishedAt: "2026-03-02T00:00:00.000Z",
        readingMinutes: 3,
        author: HOSTILE,
        useLeftIf: [],
        useRightIf: [],
        alsoConsider: [],
        criteria: [],
        faq: [{ question: HOSTILE, answer: `Two\nlines ${HOSTILE}` }],
        sources: [],
      },
    }),
  };
}

const technology = (kind: Kind): TechnologyPage => ({
  slug: `a-${kind}`,
  name: HOSTILE,
  kind,
  category,
  description: HOSTILE,
  lead: HOSTILE,
  pros: [],
  cons: [],
  related: [],
  aliases: ["Other", HOSTILE],
  links: [
    { label: "Website", url: "https://example.com/" },
    { label: "Repository", url: "https://example.com/git" },
  ],
  license: "MIT",
  firstReleased: 1996,
  resources: [],
  updatedAt: "2026-05-06T07:08:09.000Z",
  alternatives: [],
  comparisons: [],
});

const KINDS: Kind[] = [
  "language",
  "framework",
  "library",
  "database",
  "tool",
  "platform",
  "protocol",
  "service",
  "concept",
  "methodology",
  "practice",
];

const documents = () => [
  { name: "home", json: homeGraph() },
  { name: "composed", json: comparisonGraph(comparison(record("a"), record("b", { kind: "concept" }))) },
  { name: "curated", json: comparisonGraph(comparison(record("a", { name: HOSTILE }), record("b"), true)) },
  ...KINDS.map((kind) => ({ name: kind, json: technologyGraph(technology(kind)) })),
  { name: "about", json: plainGraph("AboutPage", METHODOLOGY) },
  { name: "plain", json: plainGraph("WebPage", CHANGES) },
  {
    name: "list",
    json: listGraph({
      path: "/technologies?page=2",
      name: HOSTILE,
      description: HOSTILE,
      entries: [{ name: HOSTILE, path: "/technologies/a" }],
      before: 60,
      above: [{ name: "Technologies", path: "/technologies" }],
    }),
  },
];

const BAD: [string, object, string][] = [
  ["a property that the type does not have", { "@type": "Organization", headline: "No" }, "headline"],
  ["a type that there is not", { "@type": "Organisation", name: "No" }, "Organisation"],
  ["a value that a property does not take", { "@type": "Organization", logo: 5 }, "number"],
  ["a fault further in", { "@type": "WebPage", publisher: { "@type": "Organization", rating: 5 } }, "rating"],
  [
    "an input that is none",
    { "@type": "WebSite", potentialAction: { "@type": "SearchAction", "query-input": 5 } },
    "number",
  ],
];

describe("JSON-LD", () => {
  it("is of schema.org's types; and what is not would be found", { timeout: 120_000 }, () => {
    const bad = BAD.map(([name, node]) => ({
      name,
      json: { "@context": "https://schema.org", "@graph": [node] },
    }));
    const faults = findSchemaFaults([...documents(), ...bad]);
    // In the order of the documents: none of the good ones comes before them.
    expect(faults.map((fault) => fault.split(":")[0])).toEqual(BAD.map(([name]) => name));
    for (const [index, [, , word]] of BAD.entries()) expect(faults[index]).toContain(word);
  });

  it("comes back from its script as it was, whatever names and texts hold", () => {
    for (const { json } of documents()) {
      const text = jsonLdText(json);
      expect(text).not.toMatch(/[<>&\u2028\u2029]/);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(json)));
    }
  });

  it("claims no rating, offer or price", () => {
    for (const { json } of documents())
      expect(JSON.stringify(json)).not.toMatch(/"(?:aggregateRating|review|offers|price)"/i);
  });
});
