import { describe, expect, test } from "vitest";
import { points } from "../testing/records";
import { listWarnings } from "./warnings";

const fieldsOf = (record: Parameters<typeof listWarnings>[0]) =>
  listWarnings(record).map(({ field }) => field);

describe("among the pros an editor is warned of", () => {
  test.each([
    "Avoid it on Windows",
    "avoid it",
    "However, it is slow",
    "Instead of npm, use pnpm",
    "Not for iOS",
    "Lacks types",
    "Lack of types",
    "Lacking types, it is quick",
    "Beware of the licence",
    "But it is slow",
    "Can't run on Linux",
    "Can’t run on Linux",
    "Cannot run on Linux",
    "Don't use it in the U.S.",
    "Don’t use it in the U.S.",
    "Despite its age",
    "Limited to v2.0",
    "Never blocks, never answers",
    "No longer maintained",
    "Only if you must",
    "Unfortunately slow",
    "Unless you need it",
    "Unlike Node.js, it stops",
    "Without a debugger",
    "Yet another runner",
  ])("%s", (text) => {
    const record = { pros: points("Fast", text) };
    expect(listWarnings(record)).toEqual([
      { field: "pros[1].text", message: expect.stringMatching(/warning/) },
    ]);
  });

  test.each([
    "Fast, but not loud",
    "Notable for its speed",
    "Avoidance of copies",
    "Notes travel with the code",
    "Nothing to install",
    "Button for everything",
    "Yeti inside",
    "It avoids copies",
    "Neverland's own runner",
    "npm, e.g. for scripts",
  ])("but not of: %s", (text) => {
    expect(listWarnings({ pros: points(text) })).toEqual([]);
  });

  test("every one of them, by its place", () => {
    const record = { pros: points("Not fast", "Fast", "Lacks types") };
    expect(fieldsOf(record)).toEqual(["pros[0].text", "pros[2].text"]);
  });
});

describe.each(["chooseFor", "tradeoff"] as const)("in %s", (field) => {
  test.each(["speed.", "speed!", "speed?", "速度。", "速度！", "It's fast", "it’s fast", "v2.0."])(
    "%s is warned of",
    (text) => {
      expect(fieldsOf({ pros: [], [field]: text })).toEqual([field]);
    },
  );

  test("both at once are two warnings", () => {
    expect(fieldsOf({ pros: [], [field]: "It's fast." })).toEqual([field, field]);
  });

  test.each([
    "speed",
    "logs, traces, etc.",
    "servers in the U.S.",
    "the work of Acme Inc.",
    "speed (e.g. on ARM)",
    "Node.js",
    "items of its own",
    "not much",
    undefined,
  ])("%s is fine", (text) => {
    expect(listWarnings({ pros: [], [field]: text })).toEqual([]);
  });
});

describe("a clause that begins with a capital", () => {
  const warned = (chooseFor: string, name?: string) =>
    fieldsOf({ pros: [], chooseFor, ...(name && { name }) }).length > 0;

  test.each(["The quickest builds", "A typed language", "To ship today"])("%s is warned of", (text) => {
    expect(warned(text)).toBe(true);
  });

  test.each(["Linux on every machine", "iOS first", "a typed language", "IT that runs itself", "THE one"])(
    "%s may be a name",
    (text) => {
      expect(warned(text)).toBe(false);
    },
  );

  test("is fine where it is the record's own name", () => {
    expect(warned("The Graph and its queries", "The Graph")).toBe(false);
    expect(warned("The Graph and its queries", "Apollo")).toBe(true);
  });
});

describe("points that repeat", () => {
  test("are named, among the pros and between the sides", () => {
    const record = { pros: points("Fast builds", "Small", "fast builds."), cons: points("Old", "SMALL ") };
    expect(listWarnings(record)).toEqual([
      { field: "pros[2].text", message: "says the same as pro 1" },
      { field: "cons[1].text", message: "says the same as pro 2" },
    ]);
  });

  test("are not those that say nothing yet, or something else", () => {
    expect(listWarnings({ pros: points("", "Fast", " "), cons: points("", "Faster") })).toEqual([]);
  });
});

test("a record with nothing on file has nothing to warn of", () => {
  expect(listWarnings({ pros: [] })).toEqual([]);
});
