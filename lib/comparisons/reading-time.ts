const WORDS_A_MINUTE = 230;

/** Whole minutes, at least 1, that it takes to read the texts at a usual pace for English prose. */
export function readingMinutes(texts: (string | undefined)[]): number {
  const words = texts.reduce((sum, text) => sum + (text?.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0);
  return Math.max(1, Math.round(words / WORDS_A_MINUTE));
}
