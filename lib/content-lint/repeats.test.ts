import { describe, expect, test } from "vitest";
import { listFrames, listRepeats, listSameEpithets } from "./repeats";

const voice = (name: string, ...texts: string[]) => ({
  name,
  texts: texts.map((text, index) => ({ path: `pros[${index}]`, text })),
});

describe("what two records share", () => {
  test("is found whatever its marks and capitals, with the whole run that they share", () => {
    const voices = [
      voice("git", "Small", "So a branch costs nothing, and is gone by noon"),
      voice("mercurial", "There: a branch costs nothing and is gone by evening"),
    ];
    expect(listRepeats(voices, 5)).toEqual([
      {
        path: "mercurial.pros[0]",
        message: 'shares "a branch costs nothing and is gone by" with git.pros[1]',
      },
    ]);
  });

  test.each([
    ["shorter than asked for", ["A branch costs nothing here"], ["A branch costs little here"]],
    [
      "across the end of a sentence",
      ["It is quick. Branches cost nothing"],
      ["It is quick branches cost nothing"],
    ],
    ["across two points", ["A branch", "costs nothing here"], ["A branch costs nothing here"]],
  ])("is not found: %s", (_, one, other) => {
    expect(listRepeats([voice("git", ...one), voice("mercurial", ...other)], 4)).toEqual([]);
  });

  test("is not what one record says twice", () => {
    const text = "A branch costs nothing at all";
    expect(listRepeats([voice("git", text, text)], 4)).toEqual([]);
  });
});

test("leads that begin alike are found beyond the number allowed, their names left out", () => {
  const technologies = ["Git", "Hg", "Fossil"].map((name) => ({
    slug: name.toLowerCase(),
    name,
    lead: `Choose ${name} when it rains.`,
  }));
  expect(listFrames(technologies, 3)).toEqual([]);
  expect(listFrames(technologies, 2)).toEqual([
    { path: "fossil.lead", message: 'begins "Choose … when", as 2 other leads do' },
  ]);
});

test("an epithet belongs to one side of one pair", () => {
  const epithets = [
    { path: "a-vs-b.epithets[0]", text: "the ledger" },
    { path: "a-vs-b.epithets[1]", text: "the logbook" },
  ];
  expect(listSameEpithets(epithets)).toEqual([]);
  expect(listSameEpithets([...epithets, { path: "c-vs-d.epithets[1]", text: "The ledger" }])).toEqual([
    { path: "c-vs-d.epithets[1]", message: 'is "The ledger", as a-vs-b.epithets[0] is' },
  ]);
});
