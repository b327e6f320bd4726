import { z } from "zod";
import { LENGTH, line, list, moment, oneOf, optional, paragraphs, slug, source } from "../fields";

export const OUTCOMES = ["pick", "too-close", "different-jobs"] as const;
export const EDGES = ["left", "right", "even"] as const;

const text = line(LENGTH.text);

/** A curated comparison as the portable format and the editors' forms have it. */
export const comparisonSchema = z
  .strictObject({
    left: slug,
    right: slug,
    outcome: oneOf(OUTCOMES),
    pick: optional(slug),
    epithets: z.tuple([text, text], "must be two texts, the left side's and the right side's").optional(),
    standfirst: optional(text),
    shortAnswer: optional(text),
    reason: optional(text),
    useLeftIf: list(text),
    useRightIf: list(text),
    alsoConsider: list(z.strictObject({ slug: optional(slug), name: line(LENGTH.name), why: text })),
    criteria: list(z.strictObject({ name: text, left: text, right: text, edge: oneOf(EDGES) })),
    body: optional(paragraphs(LENGTH.body)),
    faq: list(z.strictObject({ question: text, answer: paragraphs(LENGTH.answer) })),
    bottomLine: optional(text),
    sources: list(source),
    author: optional(line(LENGTH.name)),
    publishedAt: optional(moment),
    verifiedAt: optional(moment),
  })
  .superRefine(({ left, right, outcome, pick }, context) => {
    const refuse = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (left === right) refuse("right", "is the same technology as the left side");
    if (outcome === "pick" && !pick) refuse("pick", 'is required when the outcome is "pick"');
    if (outcome !== "pick" && pick) refuse("pick", `does not go with the outcome "${outcome}"`);
    if (outcome === "pick" && pick && pick !== left && pick !== right) {
      refuse("pick", `is neither of the pair: "${left}" or "${right}"`);
    }
  });

export type ComparisonDocument = z.output<typeof comparisonSchema>;
