import "server-only";
import { portableCategory } from "../categories/portable";
import { listCategoryDocuments } from "../categories/queries";
import { listLiveComparisonDocuments } from "../comparisons/document-queries";
import { portableComparison } from "../comparisons/portable";
import type { Db } from "../db";
import { listLiveTechnologyDocuments, type StoredTechnology } from "../technologies/document-queries";
import { portableTechnology } from "../technologies/portable";
import type { PortableCatalogue } from "./file";

const PAGE = 1_000;
const EXPORT_TIMEOUT_MS = 10 * 60_000;

/** Everything live, in the portable format's order, as it stood at one moment. */
export async function readCatalogue(db: Db): Promise<PortableCatalogue> {
  return db.$transaction(
    async (tx) => {
      const categories = (await listCategoryDocuments(tx)).filter(({ live }) => live);
      const comparisons = await listLiveComparisonDocuments(tx);
      const technologies: StoredTechnology[] = [];
      for (let page: StoredTechnology[] | null = null; page === null || page.length === PAGE; ) {
        page = await listLiveTechnologyDocuments(tx, {
          after: technologies.at(-1)?.document.slug ?? "",
          take: PAGE,
        });
        technologies.push(...page);
      }
      return {
        categories: categories.map(({ document }) => portableCategory(document)),
        technologies: technologies.map(({ document }) => portableTechnology(document)),
        comparisons: comparisons.map(({ document }) => portableComparison(document)),
      };
    },
    { isolationLevel: "RepeatableRead", timeout: EXPORT_TIMEOUT_MS },
  );
}
