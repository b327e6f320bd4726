import { portableSource, unlessEmpty } from "../portable";
import type { ComparisonDocument } from "./schema";

/** The record as the portable format writes it. */
export function portableComparison(document: ComparisonDocument) {
  return {
    left: document.left,
    right: document.right,
    outcome: document.outcome,
    pick: document.pick,
    epithets: document.epithets,
    standfirst: document.standfirst,
    shortAnswer: document.shortAnswer,
    reason: document.reason,
    useLeftIf: unlessEmpty(document.useLeftIf),
    useRightIf: unlessEmpty(document.useRightIf),
    alsoConsider: unlessEmpty(document.alsoConsider.map(({ slug, name, why }) => ({ slug, name, why }))),
    criteria: unlessEmpty(
      document.criteria.map(({ name, left, right, edge }) => ({ name, left, right, edge })),
    ),
    body: document.body,
    faq: unlessEmpty(document.faq.map(({ question, answer }) => ({ question, answer }))),
    bottomLine: document.bottomLine,
    sources: unlessEmpty(document.sources.map(portableSource)),
    author: document.author,
    publishedAt: document.publishedAt,
    verifiedAt: document.verifiedAt,
  };
}
