import type { Catalogue } from "../catalogue/document";
import type { Ring } from "../verdict/types";

/** What there is of one category. `sourced`: technologies with something to read on, or a source for a point. */
export type Coverage = {
  category: string;
  technologies: number;
  rings: Record<Ring, number>;
  comparisons: number;
  sourced: number;
};

/** A row for each category; a comparison counts for the category of each of its sides, once. */
export function listCoverage({ categories, technologies, comparisons }: Catalogue): Coverage[] {
  const categoryOf = new Map(technologies.map(({ slug, category }) => [slug, category]));
  return categories.map(({ slug }) => {
    const own = technologies.filter(({ category }) => category === slug);
    const rated = (ring: Ring) => own.filter((technology) => technology.ring === ring).length;
    return {
      category: slug,
      technologies: own.length,
      rings: { adopt: rated("adopt"), trial: rated("trial"), assess: rated("assess"), hold: rated("hold") },
      comparisons: comparisons.filter(({ left, right }) =>
        [left, right].some((side) => categoryOf.get(side) === slug),
      ).length,
      sourced: own.filter(
        ({ pros, cons, resources }) =>
          resources.length > 0 || [...pros, ...cons].some(({ source }) => source),
      ).length,
    };
  });
}

/** The rows as a table in plain text, with a total for what can be added up. */
export function formatCoverage(rows: readonly Coverage[]): string {
  const head = [
    "category",
    "technologies",
    "adopt",
    "trial",
    "assess",
    "hold",
    "comparisons",
    "with sources",
  ];
  const body = rows.map(({ category, technologies, rings, comparisons, sourced }) =>
    [category, technologies, rings.adopt, rings.trial, rings.assess, rings.hold, comparisons, sourced].map(
      String,
    ),
  );
  const widths = head.map((title, column) =>
    Math.max(title.length, ...body.map((cells) => cells[column]?.length ?? 0)),
  );
  const line = (cells: string[]) =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ");
  return [head, ...body].map(line).join("\n");
}
