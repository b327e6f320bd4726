import { expect, test } from "vitest";
import { comparisonDocument, technologyDocument } from "./fixtures/content";
import { lintContent } from "./lint";

const file = (name: string, given: object) => ({
  file: name,
  catalogue: { categories: [], technologies: [], comparisons: [], ...given },
});
const categories = file("categories.json", {
  categories: [{ slug: "version-control", name: "Version control", description: "A robust history." }],
});
const technologies = file("technologies/version-control.json", {
  technologies: [
    technologyDocument({ tagline: "history for everybody" }),
    technologyDocument({ slug: "mercurial", name: "Mercurial", chooseFor: undefined }),
  ],
});
const comparisons = file("comparisons/git-vs-mercurial.json", {
  comparisons: [comparisonDocument({ shortAnswer: "A powerful answer." })],
});

const placesIn = (...files: (typeof categories)[]) =>
  lintContent(files, new Set(["git"])).findings.map(({ file: name, path }) => `${name}: ${path}`);

test("every kind of finding names its file, its record and its field", () => {
  expect(placesIn(categories, technologies, comparisons)).toEqual(
    expect.arrayContaining([
      "categories.json: version-control.description",
      "technologies/version-control.json: git.tagline",
      "technologies/version-control.json: git.related",
      "technologies/version-control.json: mercurial.chooseFor",
      "technologies/version-control.json: mercurial.pros[0]",
      "comparisons/git-vs-mercurial.json: git-vs-mercurial.shortAnswer",
    ]),
  );
});

test("a page that nobody wrote is found in the file of its left side, a count in none", () => {
  expect(placesIn(categories, technologies)).toEqual(
    expect.arrayContaining([
      "technologies/version-control.json: git-vs-mercurial",
      ": technologies",
      ": comparisons",
    ]),
  );
});
