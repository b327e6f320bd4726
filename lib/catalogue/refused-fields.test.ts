import { describe, expect, it } from "vitest";
import { catalogueFile } from "../testing/catalogues";
import { formatProblem, parseCatalogue } from "./document";

const HEAD = '{"format":"nicepick-catalogue","version":1';
const CATEGORY = { slug: "tools", name: "Tools" };
const TECHNOLOGY = { slug: "git", name: "Git", kind: "tool", category: "tools", description: "d", lead: "l" };
const COMPARISON = { left: "git", right: "svn", outcome: "too-close" };
const SOURCE = { title: "t", url: "https://example.org" };
const POPULARITY = { value: 1, unit: "u", source: SOURCE, asOf: "2026-10-01" };
const UNKNOWN = "is not a field of the format";

function reasons(file: Uint8Array | string): string[] {
  const result = parseCatalogue(typeof file === "string" ? Buffer.from(file) : file);
  return result.ok ? [] : result.problems.map(formatProblem);
}

const technology = (fields: object) =>
  reasons(catalogueFile({ technologies: [{ ...TECHNOLOGY, ...fields }] }));

describe("a field that the format does not have", () => {
  it.each([
    ["at the top", `${HEAD},"pages":[]}`, "pages"],
    ["at the top, __proto__", `${HEAD},"__proto__":{"categories":[]}}`, "__proto__"],
    ["at the top, constructor", `${HEAD},"constructor":1}`, "constructor"],
    ["at the top, with an escape in it", `${HEAD},"a\\u001b[2J":1}`, '["a\\u001b[2J"]'],
    ["in a category", { categories: [{ ...CATEGORY, icon: "x" }] }, "categories[0].icon"],
    [
      "in a technology",
      { technologies: [{ ...TECHNOLOGY, publishedAt: "2026-01-01" }] },
      "technologies[0].publishedAt",
    ],
    [
      "in a technology, with a hyphen",
      { technologies: [{ ...TECHNOLOGY, "choose-for": "x" }] },
      'technologies[0]["choose-for"]',
    ],
    [
      "in a point",
      { technologies: [{ ...TECHNOLOGY, pros: ["a", { text: "b", url: "x" }] }] },
      "technologies[0].pros[1].url",
    ],
    [
      "in a source",
      { technologies: [{ ...TECHNOLOGY, cons: [{ text: "b", source: { ...SOURCE, by: "x" } }] }] },
      "technologies[0].cons[0].source.by",
    ],
    [
      "in popularity",
      { technologies: [{ ...TECHNOLOGY, popularity: { ...POPULARITY, rank: 1 } }] },
      "technologies[0].popularity.rank",
    ],
    ["in links", { technologies: [{ ...TECHNOLOGY, links: { wiki: "x" } }] }, "technologies[0].links.wiki"],
    [
      "in a resource",
      { technologies: [{ ...TECHNOLOGY, resources: [{ ...SOURCE, by: "x" }] }] },
      "technologies[0].resources[0].by",
    ],
    ["in a comparison", { comparisons: [{ ...COMPARISON, winner: "git" }] }, "comparisons[0].winner"],
    [
      "in a criterion",
      {
        comparisons: [
          { ...COMPARISON, criteria: [{ name: "n", left: "l", right: "r", edge: "even", weight: 1 }] },
        ],
      },
      "comparisons[0].criteria[0].weight",
    ],
    [
      "in an answer",
      { comparisons: [{ ...COMPARISON, faq: [{ question: "q", answer: "a", by: "x" }] }] },
      "comparisons[0].faq[0].by",
    ],
    [
      "in an alternative",
      { comparisons: [{ ...COMPARISON, alsoConsider: [{ name: "n", why: "w", url: "x" }] }] },
      "comparisons[0].alsoConsider[0].url",
    ],
    [
      "in a category, __proto__",
      `${HEAD},"categories":[{"slug":"a","name":"A","__proto__":{}}]}`,
      "categories[0].__proto__",
    ],
    [
      "in links, __proto__",
      `${HEAD},"technologies":[${JSON.stringify(TECHNOLOGY).slice(0, -1)},"links":{"__proto__":1}}]}`,
      "technologies[0].links.__proto__",
    ],
  ])("%s is refused", (_, file, path) => {
    expect(reasons(typeof file === "string" ? file : catalogueFile(file))).toEqual([`${path}: ${UNKNOWN}`]);
  });
});

describe("a value of the wrong kind is named by its path", () => {
  it.each([
    [{ name: null }, "technologies[0].name: is not text"],
    [{ name: 3 }, "technologies[0].name: is not text"],
    [{ lead: { text: "l" } }, "technologies[0].lead: is not text"],
    [{ lead: ["l"] }, "technologies[0].lead: is not text"],
    [{ lead: undefined }, "technologies[0].lead: is required"],
    [{ lead: " " }, "technologies[0].lead: is required"],
    [{ tagline: null }, "technologies[0].tagline: is not text"],
    [{ license: true }, "technologies[0].license: is not text"],
    [{ pros: "fast" }, "technologies[0].pros: is not a list"],
    [{ pros: [null] }, "technologies[0].pros[0]: is not an object"],
    [{ pros: ["fine", ""] }, "technologies[0].pros[1].text: is required"],
    [{ pros: [{}] }, "technologies[0].pros[0].text: is required"],
    [{ pros: [{ text: { de: "schnell" } }] }, "technologies[0].pros[0].text: is not text"],
    [
      { pros: [{ text: "p", source: "https://example.org" }] },
      "technologies[0].pros[0].source: is not an object",
    ],
    [{ pros: [{ text: "p", checkedAt: 2026 }] }, "technologies[0].pros[0].checkedAt: is not text"],
    [{ related: [["svn"]] }, "technologies[0].related[0]: is not text"],
    [{ links: null }, "technologies[0].links: is not an object"],
    [{ firstReleased: "2005" }, "technologies[0].firstReleased: is not a number"],
    [{ firstReleased: 2005.5 }, "technologies[0].firstReleased: is not a whole number"],
    [{ firstReleased: 1799 }, "technologies[0].firstReleased: is before 1800"],
    [
      { kind: "Tool" },
      "technologies[0].kind: is not one of language, framework, library, database, tool, platform, protocol, service, concept, methodology, practice",
    ],
    [{ ring: "ADOPT" }, "technologies[0].ring: is not one of adopt, trial, assess, hold"],
    [{ logo: "git.svg" }, "technologies[0].logo: is not a simple-icons slug (a-z and 0-9)"],
    [{ popularity: { ...POPULARITY, value: -1 } }, "technologies[0].popularity.value: must not be negative"],
    [{ popularity: { ...POPULARITY, value: "1" } }, "technologies[0].popularity.value: is not a number"],
    [{ popularity: { ...POPULARITY, source: undefined } }, "technologies[0].popularity.source: is required"],
    [
      { links: { website: "javascript:alert(1)" } },
      "technologies[0].links.website: is not an http or https address",
    ],
    [{ formerSlugs: ["git"] }, "technologies[0].formerSlugs: names the record's own slug"],
  ])("%j", (fields, reason) => {
    expect(technology(fields)).toEqual([reason]);
  });

  it("a number too large for the format is no number", () => {
    const text = Buffer.from(
      catalogueFile({ technologies: [{ ...TECHNOLOGY, popularity: POPULARITY }] }),
    ).toString();
    expect(reasons(text.replace('"value":1', '"value":1e999'))).toEqual([
      "technologies[0].popularity.value: is not a number",
    ]);
  });

  it.each([null, 3, "git", []])("an entry that is %j", (entry) => {
    const file = catalogueFile({
      categories: [entry],
      technologies: [TECHNOLOGY, entry],
      comparisons: [entry],
    });
    expect(reasons(file)).toEqual([
      "categories[0]: is not an object",
      "technologies[1]: is not an object",
      "comparisons[0]: is not an object",
    ]);
  });

  it("the path leads into a later entry", () => {
    const entry = (index: number) => ({ ...TECHNOLOGY, slug: `t-${index}` });
    const technologies = [entry(0), entry(1), entry(2), { ...entry(3), pros: [`a\u0000b`] }];
    expect(reasons(catalogueFile({ technologies }))).toEqual([
      "technologies[3].pros[0].text: has a character that is not allowed: U+0000",
    ]);
  });
});
