import { compose } from "../verdict/compose";
import type { Point, Popularity, TechnologyRecord, Verdict, VerdictInput } from "../verdict/types";

// Records for tests that need no database: complete, plain, and changed in one place by whoever asks.

/** A tool with nothing on file but a name and a lead; its lead opens with words no other lead opens with. */
export function technology(name: string, given: Partial<TechnologyRecord> = {}): TechnologyRecord {
  return {
    slug: slugOf(name),
    name,
    kind: "tool",
    category: "testing",
    lead: `${name} stands for the case made here.`,
    pros: [],
    cons: [],
    related: [],
    ...given,
  };
}

export function points(...texts: string[]): Point[] {
  return texts.map((text) => ({ text }));
}

/** npm downloads a month, in October 2026. */
export function downloads(value: number, given: Partial<Popularity> = {}): Popularity {
  const source = { title: "npm", url: "https://www.npmjs.com/" };
  return { value, unit: "npm downloads a month", source, asOf: "2026-10-31", ...given };
}

export function verdictOf(
  left: TechnologyRecord,
  right: TechnologyRecord,
  more: Partial<Omit<VerdictInput, "left" | "right">> = {},
): Verdict {
  return compose({ left, right, related: new Map(), nearest: [], ...more });
}

/** Every text that a reader sees of a verdict, from the top of the page to the bottom. */
export function textsOf(verdict: Verdict): string[] {
  const { title, intro, pickBlock, sections, lines, bottomLine } = verdict;
  const texts = [
    title,
    intro,
    pickBlock.heading,
    pickBlock.name,
    pickBlock.text,
    pickBlock.basis,
    ...sections.flatMap(({ name, lead, pros, cons, related }) => [
      name,
      lead,
      ...[...pros, ...cons].map(({ text }) => text),
      ...related.map((one) => one.name),
    ]),
    ...lines.flatMap(({ label, sentences }) => [label, ...sentences]),
    bottomLine.heading,
    bottomLine.text,
    bottomLine.nearest?.label,
    ...(bottomLine.nearest?.pairs.flatMap(({ left, right }) => [left.name, right.name]) ?? []),
  ];
  return texts.filter((text) => text !== undefined);
}

function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
