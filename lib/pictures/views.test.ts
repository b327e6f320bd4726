import { describe, expect, it } from "vitest";
import type { ComparisonPage } from "../comparisons/types";
import { compose } from "../verdict/compose";
import type { CuratedRecord, TechnologyRecord } from "../verdict/types";
import { pictureOfComparison, pictureOfList } from "./views";

const record = (slug: string, given: Partial<TechnologyRecord> = {}): TechnologyRecord => ({
  slug,
  name: slug.toUpperCase(),
  kind: "tool",
  category: "tests",
  lead: `Choose ${slug} when a test asks for it.`,
  pros: [],
  cons: [],
  related: [],
  ...given,
});

function page(left: TechnologyRecord, right: TechnologyRecord, curated?: CuratedRecord): ComparisonPage {
  const side = ({ slug, name, kind, category }: TechnologyRecord) => ({
    slug,
    name,
    kind,
    category: { slug: category, name: category === "tests" ? "Tests" : "Других" },
  });
  return {
    verdict: compose({ left, right, related: new Map(), nearest: [], ...(curated && { curated }) }),
    left: side(left),
    right: side(right),
    updatedAt: "2026-05-06T07:08:09.000Z",
    more: { left: [], right: [] },
  };
}

describe("the picture of a comparison", () => {
  it("lights the pick, and says the page's last words", () => {
    const picture = pictureOfComparison(
      page(record("a", { ring: "hold" }), record("b", { ring: "adopt", tagline: "the quick one" })),
    );
    expect(picture).toEqual({
      sides: [
        { name: "A", picked: false },
        { name: "B", picked: true },
      ],
      category: "Tests",
      heading: "B wins",
      text: "The quick one.",
    });
  });

  it("says why there is no pick", () => {
    const picture = pictureOfComparison(
      page(record("a"), record("b", { kind: "concept", category: "else" })),
    );
    expect(picture).toMatchObject({
      heading: "Different jobs",
      text: "A and B do different jobs: one a tool, the other a concept.",
    });
    expect(picture).not.toHaveProperty("category");
    expect(pictureOfComparison(page(record("a"), record("b"))).heading).toBe("No pick yet");
  });

  it("shows epithets, unless it cannot be told where one ends", () => {
    const curated = (left: string, right: string): CuratedRecord => ({
      outcome: "pick",
      pick: "a",
      epithets: [left, right],
    });
    const [left, right] = pictureOfComparison(
      page(record("a"), record("b"), curated("the one", "the other")),
    ).sides;
    expect([left.epithet, right.epithet]).toEqual(["the one", "the other"]);
    const [first] = pictureOfComparison(
      page(record("a"), record("b"), curated("us vs them", "the other")),
    ).sides;
    expect(first).not.toHaveProperty("epithet");
  });

  it("takes the words of the slug for a name in another script, and leaves such a text out", () => {
    const left = record("chinese-database", { name: "数据库", ring: "adopt", tagline: "旧" });
    const picture = pictureOfComparison(page(left, record("b", { ring: "hold" })));
    expect(picture.sides[0].name).toBe("Chinese database");
    expect(picture.heading).toBe("Chinese database wins");
    expect(picture).not.toHaveProperty("text");
  });
});

it("a list's picture names the first three, and has a heading whatever its own is written in", () => {
  const entries = ["a", "b", "c", "d"].map((slug) => ({ slug, name: slug === "b" ? "Б" : slug }));
  expect(pictureOfList({ heading: "Лучшие", otherwise: "Best databases", entries })).toEqual({
    heading: "Best databases",
    rows: [{ name: "a" }, { name: "B" }, { name: "c" }],
  });
});

it("a ranking's picture tags who leads alone, and nobody who shares the first place", () => {
  const rowsOf = (entries: { slug: string; name: string; place: number; tied: boolean }[]) =>
    pictureOfList({ heading: "Best", otherwise: "Best", entries }).rows;
  const [a, b] = ["a", "b"].map((name) => ({ slug: name, name, place: 1, tied: true }));
  if (!a || !b) throw new Error("two were made");
  expect(rowsOf([a, b]).map(({ picked }) => picked)).toEqual([false, false]);
  expect(
    rowsOf([
      { ...a, tied: false },
      { ...b, place: 2, tied: false },
    ]),
  ).toEqual([
    { name: "a", place: 1, picked: true },
    { name: "b", place: 2, picked: false },
  ]);
});
