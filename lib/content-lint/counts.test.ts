import { describe, expect, test } from "vitest";
import { fileRemarks, listMissingInComparison, listMissingInTechnology, listTotalRemarks } from "./counts";
import { comparisonDocument, technologyDocument } from "./fixtures/content";

const POINT = "Each clone is a full copy of it";
const NONE = { categories: [], technologies: [], comparisons: [] };

describe("a technology", () => {
  test("that has everything is left alone", () => {
    expect(listMissingInTechnology(technologyDocument())).toEqual([]);
  });

  test.each([
    ["tagline", { tagline: "" }],
    ["chooseFor", { chooseFor: undefined }],
    ["tradeoff", { tradeoff: undefined }],
    ["ring", { ring: undefined }],
    ["links.website", { links: { docs: "https://git-scm.com/docs" } }],
    ["pros", { pros: [POINT, POINT] }],
    ["cons", { cons: [POINT, POINT] }],
    ["related", { related: ["mercurial"] }],
    ["resources", { links: { website: "https://git-scm.com" } }],
  ])("that lacks %s is found", (path, given) => {
    expect(listMissingInTechnology(technologyDocument(given)).map((remark) => remark.path)).toEqual([path]);
  });

  test.each([
    ["a resource", { resources: [{ title: "Pro Git", url: "https://git-scm.com/book" }] }],
    [
      "a point's source",
      {
        cons: [POINT, POINT, { text: POINT, source: { title: "Pro Git", url: "https://git-scm.com/book" } }],
      },
    ],
  ])("%s is a source", (_, given) => {
    const links = { website: "https://git-scm.com" };
    expect(listMissingInTechnology(technologyDocument({ links, ...given }))).toEqual([]);
  });

  test("that is an idea needs no site", () => {
    const links = { docs: "https://git-scm.com/docs" };
    expect(listMissingInTechnology(technologyDocument({ kind: "practice", links }))).toEqual([]);
  });
});

describe("a comparison", () => {
  test("that has everything is left alone", () => {
    expect(listMissingInComparison(comparisonDocument())).toEqual([]);
  });

  const row = { name: "Hosting", left: "Everywhere", right: "In few places", edge: "left" };
  test.each([
    ["epithets", { epithets: undefined }],
    ["standfirst", { standfirst: undefined }],
    ["shortAnswer", { shortAnswer: undefined }],
    ["reason", { reason: undefined }],
    ["bottomLine", { bottomLine: undefined }],
    ["author", { author: undefined }],
    ["publishedAt", { publishedAt: undefined }],
    ["verifiedAt", { verifiedAt: undefined }],
    ["useLeftIf", { useLeftIf: ["You hire."] }],
    ["useRightIf", { useRightIf: [] }],
    ["alsoConsider", { alsoConsider: [] }],
    ["faq", { faq: [] }],
    ["sources", { sources: [] }],
    ["body", { body: "word ".repeat(299) }],
    ["body", { body: "word ".repeat(901) }],
    ["criteria", { criteria: [row, { ...row, edge: "right" }, row] }],
    ["criteria", { criteria: [...Array(8).fill(row), { ...row, edge: "right" }] }],
    ["criteria", { criteria: Array(4).fill(row) }],
  ])("with something wrong about its %s is found", (path, given) => {
    expect(listMissingInComparison(comparisonDocument(given)).map((remark) => remark.path)).toEqual([path]);
  });

  test("without a pick needs no reason", () => {
    const given = { outcome: "too-close", pick: undefined, reason: undefined };
    expect(listMissingInComparison(comparisonDocument(given))).toEqual([]);
  });
});

describe("the whole", () => {
  const categories = Array.from({ length: 25 }, (_, index) => ({ slug: `c${index}`, name: "C" }));
  const points = Array(5).fill(POINT);
  const technologies = Array(300).fill(technologyDocument({ pros: points, cons: points }));
  const comparisons = [
    ...Array(58).fill(comparisonDocument()),
    comparisonDocument({ outcome: "too-close", pick: undefined }),
    comparisonDocument({ outcome: "different-jobs", pick: undefined }),
  ];

  test("is enough, or is not", () => {
    expect(listTotalRemarks({ categories, technologies, comparisons })).toEqual([]);
    expect(listTotalRemarks(NONE).map(({ message }) => message)).toEqual([
      "0 categories, not 25 or more",
      "0 technologies, not 300 or more",
      "0 comparisons, not 60 or more",
      "0 technologies with 5 pros and cons, not 60 or more",
      "0 outcomes among the comparisons, not 3 or more",
    ]);
  });
});

describe("a file", () => {
  test.each([
    ["technologies/version-control.json", { technologies: [technologyDocument()] }, []],
    [
      "technologies/editors.json",
      { technologies: [technologyDocument()] },
      ["belongs into version-control.json"],
    ],
    ["comparisons/git-vs-mercurial.json", { comparisons: [comparisonDocument()] }, []],
    [
      "comparisons/mercurial-vs-git.json",
      { comparisons: [comparisonDocument()] },
      ["belongs into git-vs-mercurial.json"],
    ],
  ])("%s has what its name says", (file, given, messages) => {
    expect(fileRemarks(file, { ...NONE, ...given }).map(({ message }) => message)).toEqual(messages);
  });
});
