/** Where the parts of a comparison are led to. None begins as the headings of an editor's text do. */
export const ANCHORS = {
  shortAnswer: "short-answer",
  useLeftIf: "use-left-if",
  useRightIf: "use-right-if",
  alsoConsider: "also-consider",
  criteria: "quick-comparison",
  faq: "questions",
  sources: "sources",
  verdict: "verdict",
  bottomLine: "bottom-line",
  disagree: "disagree",
} as const;
