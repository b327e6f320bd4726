import { describe, expect, test } from "vitest";
import { comparisonDocument, technologyDocument } from "./fixtures/content";
import { listOneSided, listReferenceRemarks } from "./references";

const CATEGORIES = [{ slug: "version-control", name: "Version control" }];
const slugs = ["git", "mercurial", "subversion"];
const technologies = ["Git", "Mercurial", "Subversion"].map((name) =>
  technologyDocument({ slug: name.toLowerCase(), name, related: slugs }),
);
const remarksOn = (given: object) =>
  listReferenceRemarks(
    { categories: CATEGORIES, technologies, comparisons: [comparisonDocument()], ...given },
    new Set(["git"]),
  );

test("a catalogue that holds together is left alone", () => {
  expect(remarksOn({})).toEqual([]);
});

test.each([
  ["an empty category", { categories: [...CATEGORIES, { slug: "caches", name: "Caches" }] }, "caches"],
  ["no category", { categories: [] }, "git.category"],
  [
    "a related slug",
    { technologies: [technologyDocument({ related: ["fossil"] }), ...technologies] },
    "git.related",
  ],
  ["a mark", { technologies: [technologyDocument({ logo: "gut" }), ...technologies] }, "git.logo"],
  [
    "a left side",
    { comparisons: [comparisonDocument({ left: "fossil", pick: "mercurial" })] },
    "fossil-vs-mercurial.left",
  ],
  ["a right side", { comparisons: [comparisonDocument({ right: "fossil" })] }, "git-vs-fossil.right"],
  [
    "an alternative",
    {
      comparisons: [
        comparisonDocument({ alsoConsider: [{ slug: "fossil", name: "Fossil", why: "Small." }] }),
      ],
    },
    "git-vs-mercurial.alsoConsider[0].slug",
  ],
])("%s that leads nowhere is found", (_, given, path) => {
  expect(remarksOn(given).map((remark) => remark.path)).toContain(path);
});

test("an alternative under another name is found", () => {
  const comparison = comparisonDocument({ alsoConsider: [{ slug: "subversion", name: "SVN", why: "Old." }] });
  expect(remarksOn({ comparisons: [comparison] })).toEqual([
    { path: "git-vs-mercurial.alsoConsider[0].name", message: 'is "SVN", not "Subversion"' },
  ]);
});

test("an alternative may be a name alone", () => {
  const comparison = comparisonDocument({ alsoConsider: [{ name: "Fossil", why: "Small." }] });
  expect(remarksOn({ comparisons: [comparison] })).toEqual([]);
});

describe("one of two in a category that does not name the other", () => {
  const [git, mercurial] = [
    technologyDocument({ related: ["mercurial"] }),
    { slug: "mercurial", related: [] },
  ];

  test("is a hint", () => {
    expect(listOneSided({ technologies: [git, technologyDocument(mercurial)] })).toEqual([
      { path: "mercurial.related", message: 'does not name "git", which names it' },
    ]);
  });

  test("is none across categories, or when both do", () => {
    const elsewhere = technologyDocument({ ...mercurial, category: "editors" });
    expect(listOneSided({ technologies: [git, elsewhere] })).toEqual([]);
    expect(
      listOneSided({ technologies: [git, technologyDocument({ ...mercurial, related: ["git"] })] }),
    ).toEqual([]);
  });
});
