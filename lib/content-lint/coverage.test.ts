import { expect, test } from "vitest";
import { formatCoverage, listCoverage } from "./coverage";
import { comparisonDocument, technologyDocument } from "./fixtures/content";

const categories = [
  { slug: "version-control", name: "Version control" },
  { slug: "editors", name: "Editors" },
];
const book = { title: "Pro Git", url: "https://git-scm.com/book" };
const technologies = [
  technologyDocument({ resources: [book] }),
  technologyDocument({ slug: "mercurial", ring: "hold", cons: [{ text: "Few hosts", source: book }] }),
  technologyDocument({ slug: "vim", category: "editors" }),
];
const comparisons = [comparisonDocument(), comparisonDocument({ right: "vim" })];

test("the table counts technologies, ratings, sources, and a comparison for each of its categories", () => {
  const rows = listCoverage({ categories, technologies, comparisons });
  expect(formatCoverage(rows).split("\n")).toEqual([
    "category         technologies  adopt  trial  assess  hold  comparisons  with sources",
    "version-control             2      1      0       0     1            2             2",
    "editors                     1      1      0       0     0            1             0",
  ]);
});
