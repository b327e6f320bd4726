import type { Verdict } from "../verdict/types";
import type { CuratedParts } from "./types";

const WORDS_A_MINUTE = 230;

type Written = Pick<CuratedParts, "shortAnswer" | "useLeftIf" | "useRightIf" | "body" | "faq" | "criteria">;

/** Whole minutes, at least 1, that it takes to read a curated page at a usual pace for English prose. */
export function readingMinutes(verdict: Verdict, written: Written): number {
  const words = textsOf(verdict, written).reduce((sum, text) => sum + countWords(text), 0);
  return Math.max(1, Math.round(words / WORDS_A_MINUTE));
}

function countWords(text: string | undefined): number {
  return text?.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

function textsOf(verdict: Verdict, written: Written): (string | undefined)[] {
  const { shortAnswer, useLeftIf, useRightIf, body, faq, criteria } = written;
  return [
    verdict.intro,
    verdict.pickBlock.text,
    ...verdict.sections.flatMap(({ lead, pros, cons }) => [
      lead,
      ...[...pros, ...cons].map(({ text }) => text),
    ]),
    shortAnswer,
    ...useLeftIf,
    ...useRightIf,
    body,
    ...faq.flatMap(({ question, answer }) => [question, answer]),
    ...criteria.flatMap(({ name, left, right }) => [name, left, right]),
  ];
}
