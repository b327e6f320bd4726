import "server-only";
import { findComparisonPage } from "../comparisons/queries";
import { findReadersSay } from "../feedback/page-queries";
import type { Pair } from "../pair/pair";
import type { ComparisonContent } from "./comparison-json";

/** What the page of a pair in its canonical order says; null where there is none. */
export async function findComparisonContent(pair: Pair): Promise<ComparisonContent | null> {
  const [page, { history }] = await Promise.all([
    findComparisonPage(pair),
    findReadersSay({ ...pair, pick: null }),
  ]);
  return page && { page, history };
}
