import { describe, expect, it } from "vitest";
import { catalogueFile } from "../testing/catalogues";
import { formatProblem, parseCatalogue } from "./document";

// Each field with its bound: the longest text that fits is accepted, one character more is refused by its path.

const SOURCE = { title: "t", url: "https://example.org" };
const POPULARITY = { value: 1, unit: "u", source: SOURCE, asOf: "2026-10-01" };
const CRITERION = { name: "n", left: "l", right: "r", edge: "even" };
const category = (fields: object) => ({ categories: [{ slug: "tools", name: "Tools", ...fields }] });
const technology = (fields: object) => ({
  technologies: [
    { slug: "git", name: "Git", kind: "tool", category: "tools", description: "d", lead: "l", ...fields },
  ],
});
const comparison = (fields: object) => ({
  comparisons: [{ left: "git", right: "svn", outcome: "too-close", ...fields }],
});

function reasons(lists: object): string[] {
  const result = parseCatalogue(catalogueFile(lists));
  return result.ok ? [] : result.problems.map(formatProblem);
}

describe("a text of the longest size fits, in characters that take two code units, and one more does not", () => {
  const texts: [string, number, (text: string) => object][] = [
    ["categories[0].name", 120, (name) => category({ name })],
    ["categories[0].description", 2_000, (description) => category({ description })],
    ["technologies[0].name", 120, (name) => technology({ name })],
    ["technologies[0].description", 2_000, (description) => technology({ description })],
    ["technologies[0].lead", 600, (lead) => technology({ lead })],
    ["technologies[0].tagline", 600, (tagline) => technology({ tagline })],
    ["technologies[0].pros[0].text", 600, (text) => technology({ pros: [text] })],
    ["technologies[0].cons[0].text", 600, (text) => technology({ cons: [{ text }] })],
    [
      "technologies[0].pros[0].source.title",
      600,
      (title) => technology({ pros: [{ text: "p", source: { ...SOURCE, title } }] }),
    ],
    ["technologies[0].chooseFor", 600, (chooseFor) => technology({ chooseFor })],
    ["technologies[0].tradeoff", 600, (tradeoff) => technology({ tradeoff })],
    ["technologies[0].aliases[0]", 120, (alias) => technology({ aliases: [alias] })],
    ["technologies[0].license", 120, (license) => technology({ license })],
    ["technologies[0].popularity.unit", 120, (unit) => technology({ popularity: { ...POPULARITY, unit } })],
    ["technologies[0].resources[0].title", 600, (title) => technology({ resources: [{ ...SOURCE, title }] })],
    ["comparisons[0].epithets[1]", 600, (text) => comparison({ epithets: ["a", text] })],
    ["comparisons[0].standfirst", 600, (standfirst) => comparison({ standfirst })],
    ["comparisons[0].shortAnswer", 600, (shortAnswer) => comparison({ shortAnswer })],
    ["comparisons[0].reason", 600, (reason) => comparison({ reason })],
    ["comparisons[0].bottomLine", 600, (bottomLine) => comparison({ bottomLine })],
    ["comparisons[0].useLeftIf[0]", 600, (text) => comparison({ useLeftIf: [text] })],
    ["comparisons[0].useRightIf[0]", 600, (text) => comparison({ useRightIf: [text] })],
    ["comparisons[0].criteria[0].left", 600, (left) => comparison({ criteria: [{ ...CRITERION, left }] })],
    [
      "comparisons[0].alsoConsider[0].name",
      120,
      (name) => comparison({ alsoConsider: [{ name, why: "w" }] }),
    ],
    ["comparisons[0].alsoConsider[0].why", 600, (why) => comparison({ alsoConsider: [{ name: "n", why }] })],
    ["comparisons[0].faq[0].question", 600, (question) => comparison({ faq: [{ question, answer: "a" }] })],
    ["comparisons[0].faq[0].answer", 2_000, (answer) => comparison({ faq: [{ question: "q", answer }] })],
    ["comparisons[0].body", 50_000, (body) => comparison({ body })],
    ["comparisons[0].author", 120, (author) => comparison({ author })],
  ];

  it.each(texts)("%s: %i", (path, longest, lists) => {
    expect(reasons(lists("🧊".repeat(longest)))).toEqual([]);
    expect(reasons(lists("🧊".repeat(longest + 1)))).toEqual([
      `${path}: is too long: ${longest + 1} characters, at most ${longest} are allowed`,
    ]);
  });
});

describe("a list of 30 fits and one of 31 does not", () => {
  const slugs = (count: number) => Array.from({ length: count }, (_, index) => `s-${index}`);
  const lists: [string, (count: number) => object][] = [
    ["technologies[0].pros", (count) => technology({ pros: slugs(count) })],
    ["technologies[0].cons", (count) => technology({ cons: slugs(count) })],
    ["technologies[0].related", (count) => technology({ related: slugs(count) })],
    ["technologies[0].aliases", (count) => technology({ aliases: slugs(count) })],
    ["technologies[0].formerSlugs", (count) => technology({ formerSlugs: slugs(count) })],
    ["technologies[0].resources", (count) => technology({ resources: Array(count).fill(SOURCE) })],
    ["comparisons[0].useLeftIf", (count) => comparison({ useLeftIf: slugs(count) })],
    ["comparisons[0].useRightIf", (count) => comparison({ useRightIf: slugs(count) })],
    [
      "comparisons[0].alsoConsider",
      (count) => comparison({ alsoConsider: Array(count).fill({ name: "n", why: "w" }) }),
    ],
    ["comparisons[0].criteria", (count) => comparison({ criteria: Array(count).fill(CRITERION) })],
    ["comparisons[0].faq", (count) => comparison({ faq: Array(count).fill({ question: "q", answer: "a" }) })],
    ["comparisons[0].sources", (count) => comparison({ sources: Array(count).fill(SOURCE) })],
  ];

  it.each(lists)("%s", (path, withEntries) => {
    expect(reasons(withEntries(30))).toEqual([]);
    expect(reasons(withEntries(31))).toEqual([`${path}: has more than 30 entries`]);
  });
});
