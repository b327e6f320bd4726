import { expect, test } from "vitest";
import { listFormProblems } from "../drafts/check";
import { emptyTechnologyForm, type PointForm, type TechnologyForm } from "../technologies/form";
import { comparisonFormSchema } from "./form";
import { prefillComparison } from "./prefill";

const technology = (name: string, given: Partial<TechnologyForm> = {}): TechnologyForm => ({
  ...emptyTechnologyForm(),
  ...{ slug: name.toLowerCase(), name, kind: "database", category: "databases" },
  ...{ description: "D", lead: `${name} is the one to take.` },
  ...given,
});

const point = (text: string): PointForm => ({
  key: text,
  text,
  sourceTitle: "",
  sourceUrl: "",
  checkedAt: "",
});

const prefill = (left: TechnologyForm, right: TechnologyForm) =>
  prefillComparison({ left, right, author: "Ada" });

test("a pick by the ratings comes with its reason, the composed intro and the bottom line", () => {
  const left = technology("SQLite", { ring: "trial", chooseFor: "nothing to run" });
  const right = technology("Postgres", {
    ring: "adopt",
    tagline: "The database that does it all",
    chooseFor: "one database for everything",
    tradeoff: "a server to run",
  });
  expect(prefill(left, right)).toMatchObject({
    left: "sqlite",
    right: "postgres",
    outcome: "pick",
    pick: "right",
    standfirst: "SQLite meets Postgres, the database that does it all. Here's our take.",
    reason: "Postgres is the one to take.",
    bottomLine: "The database that does it all.",
    useLeftIf: [{ text: "You prioritize nothing to run over what Postgres offers." }],
    useRightIf: [{ text: "You want one database for everything and can live with a server to run." }],
    author: "Ada",
    publishedAt: "",
    verifiedAt: "",
  });
});

test("what the ratings leave open stays open", () => {
  const form = prefill(technology("SQLite", { ring: "adopt" }), technology("Postgres"));
  expect(form).toMatchObject({ outcome: "", pick: "", reason: "", bottomLine: "" });
});

test("equal ratings are too close to call, and other trades are different jobs", () => {
  const [left, right] = [technology("SQLite", { ring: "adopt" }), technology("Postgres", { ring: "adopt" })];
  expect(prefill(left, right)).toMatchObject({ outcome: "too-close", pick: "", reason: "" });
  const other = technology("Go", { kind: "language", category: "languages", ring: "adopt" });
  expect(prefill(left, other)).toMatchObject({
    outcome: "different-jobs",
    standfirst: "SQLite and Go do different jobs: one a database, the other a language.",
  });
});

test("a line by pros gives the reason to use a side, and not what to put up with", () => {
  const left = technology("SQLite", { pros: [point("One file")], cons: [point("One writer")] });
  expect(prefill(left, technology("Postgres")).useLeftIf).toEqual([
    { key: expect.any(String), text: "What decides it for you is this: One file" },
  ]);
});

test("nothing is made of what is not written yet, or is too long to be kept", () => {
  const left = technology("SQLite", { ring: "adopt", lead: " ", tagline: "x".repeat(590) });
  const right = technology("Postgres", { ring: "hold", tagline: "y".repeat(590) });
  expect(prefill(left, right)).toMatchObject({ pick: "left", reason: "", standfirst: "" });
});

test("what is decided can be published as it is, and any of it can be kept as a draft", () => {
  const sides = [technology("SQLite", { ring: "adopt" }), technology("Postgres", { ring: "hold" })] as const;
  expect(listFormProblems("comparison", prefill(...sides)).ok).toBe(true);
  const nothing = prefill(emptyTechnologyForm(), emptyTechnologyForm());
  expect(comparisonFormSchema.safeParse(nothing).success).toBe(true);
  expect(nothing).toMatchObject({ standfirst: "Untitled or Untitled? Here's our take.", reason: "" });
});
