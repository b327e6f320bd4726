import { describe, expect, test } from "vitest";
import { technologyDocument } from "./fixtures/content";
import { namesOf } from "./names";
import { listRecordRemarks } from "./record-rules";

const names = namesOf([
  { name: "npm", aliases: [] },
  { name: "Kubernetes", aliases: ["k8s"] },
]);
const remarksOn = (given: object) => listRecordRemarks(technologyDocument(given), names);
const pro = (text: string) => ({ pros: [text, "A second one, for company's sake"] });

test("a record that is written well is left alone", () => {
  expect(remarksOn({})).toEqual([]);
});

test.each([
  ["kafka", "Apache Kafka", ["slug"]],
  ["apache-kafka", "Apache Kafka", []],
  ["dotnet", ".NET", []],
])("%s under the name %s stands where it is looked for, or not", (slug, name, paths) => {
  expect(remarksOn({ slug, name }).map(({ path }) => path)).toEqual(paths);
});

describe("a point", () => {
  test.each([
    ["in lower case", "branches cost nothing at all here", /^begins in lower case/],
    ["with the record's own name", "Git keeps the history of everything", /own name/],
    ["with its name in other letters", "git keeps the history of everything", /own name/],
  ])("does not begin %s", (_, text, message) => {
    expect(remarksOn(pro(text))).toContainEqual({ path: "pros[0]", message: expect.stringMatching(message) });
  });

  test.each([
    ["a stop", "Branches cost nothing at all."],
    ["a mark", "Branches cost nothing at all!"],
    ["a colon", "Branches cost nothing at all:"],
  ])("does not end with %s", (_, text) => {
    expect(remarksOn(pro(text))).toEqual([{ path: "pros[0]", message: `ends with a final mark: "${text}"` }]);
  });

  test.each(["Too short", `Far ${"too ".repeat(50)}long`])("is long enough and short enough: %s", (text) => {
    expect(remarksOn(pro(text))).toEqual([
      { path: "pros[0]", message: expect.stringMatching(/characters long, not 25 to 160$/) },
    ]);
  });

  test("does not read as a warning among the pros, and may among the cons", () => {
    const text = "Cannot lose a commit that was pushed";
    expect(remarksOn(pro(text))).toEqual([{ path: "pros[0]", message: expect.stringMatching(/warning/) }]);
    expect(remarksOn({ cons: [text] })).toEqual([]);
  });

  test.each([
    "npm and every other client can read it",
    "iOS and Android read the same history",
    "3 commands are enough for the first week",
    ".gitignore keeps what is built out of it",
    "Git LFS keeps large files out of the clones",
    "Gitignored files stay where they are",
    "Works with lists, trees, notes, etc.",
  ])("may read: %s", (text) => {
    expect(remarksOn(pro(text))).toEqual([]);
  });
});

describe("a tagline", () => {
  test.each([
    ["history for everybody", /^begins neither/],
    ["History for everybody", /^begins neither/],
    ["the history that everybody carries.", /final mark/],
    ["the log", /characters long/],
    ["a b c d e f g h i", /^has 9 words/],
  ])("%s: is refused", (tagline, message) => {
    expect(remarksOn({ tagline })).toContainEqual({
      path: "tagline",
      message: expect.stringMatching(message),
    });
  });

  test.each([
    "every clone a backup",
    "Kubernetes for the impatient",
    "npm with better manners",
    "HTTP with a type system",
    "C++ with a referee",
    "OpenAPI without the YAML",
    "99 commands and a staging area",
    "Linux moonlighting as a hypervisor",
  ])("%s: reads right behind a comma and on its own", (tagline) => {
    expect(remarksOn({ tagline })).toEqual([]);
  });
});

describe.each(["chooseFor", "tradeoff"])("%s", (field) => {
  test.each([
    ["to keep a history", /does not read/],
    ["build servers that never wait", /does not read/],
    ["you to keep a history", /does not read/],
    ["it's quick on every machine", /it's/],
    ["Quick builds on every machine", /capital/],
    ["The quickest builds of all", /capital|sentence/],
    ["quick builds on every machine.", /ends like a sentence/],
    ["quick", /characters long/],
  ])("%s: is refused", (text, message) => {
    const messages = remarksOn({ [field]: text }).map(({ path, message: said }) => [path, said]);
    expect(messages).toContainEqual([field, expect.stringMatching(message)]);
  });

  test.each([
    "builds that end before the coffee",
    "keepers of history on every desk",
    "Kubernetes without its operators",
    "SQL on top of plain files",
    "one-line calls for everything",
    "Windows guests on Windows hosts",
  ])("%s: completes its sentence", (text) => {
    expect(remarksOn({ [field]: text })).toEqual([]);
  });
});

test.each([
  ["lead", "Choose Git when the history has to survive the server it was pushed to", /stop$/],
  ["lead", "Choose Git always.", /characters long, not 50 to 170/],
  ["description", "A tool.", /characters long, not 120 to 450/],
])("%s: %s: is refused", (field, text, message) => {
  expect(remarksOn({ [field]: text })).toEqual([{ path: field, message: expect.stringMatching(message) }]);
});
