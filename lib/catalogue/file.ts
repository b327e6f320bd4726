import type { portableCategory } from "../categories/portable";
import type { portableComparison } from "../comparisons/portable";
import type { portableTechnology } from "../technologies/portable";
import { FORMAT, VERSION } from "./document";

export type PortableCatalogue = {
  categories: ReturnType<typeof portableCategory>[];
  technologies: ReturnType<typeof portableTechnology>[];
  comparisons: ReturnType<typeof portableComparison>[];
};

/** The whole file; the same records always give the same bytes. */
export function serialiseCatalogue(catalogue: PortableCatalogue): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, ...catalogue }, null, 2)}\n`;
}
