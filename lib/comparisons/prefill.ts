import { LENGTH } from "../fields";
import { keysOf } from "../form-fields";
import { toRecord } from "../previews/record";
import { TO_BE_WRITTEN } from "../previews/typed";
import type { TechnologyForm } from "../technologies/form";
import { compose } from "../verdict/compose";
import type { Side, Verdict } from "../verdict/types";
import { type ComparisonForm, emptyComparisonForm } from "./form";

/**
 * A comparison to begin with: what the composer says of the two, in the fields where an editor can say it better.
 * Where the ratings decide nothing, nothing is decided here either. Pure.
 */
export function prefillComparison(input: {
  left: TechnologyForm;
  right: TechnologyForm;
  /** The byline. */
  author: string;
}): ComparisonForm {
  const { left, right, author } = input;
  const verdict = compose({ left: toRecord(left), right: toRecord(right), related: new Map(), nearest: [] });
  const { outcome, pick, intro, pickBlock, bottomLine } = verdict;
  return {
    ...emptyComparisonForm(),
    left: left.slug,
    right: right.slug,
    outcome: outcome === "unrated" ? "" : outcome,
    pick: pick ?? "",
    standfirst: worthKeeping(intro),
    reason: worthKeeping(pickBlock.text),
    bottomLine: worthKeeping(bottomLine.text),
    useLeftIf: conditionsFor(verdict, "left"),
    useRightIf: conditionsFor(verdict, "right"),
    author,
  };
}

/** When to use a side: the first sentence of its line. A second one says what to put up with, which is no "if". */
function conditionsFor({ lines }: Verdict, side: Side): ComparisonForm["useLeftIf"] {
  const texts = lines
    .filter((line) => line.side === side)
    .map(({ sentences }) => worthKeeping(sentences[0]))
    .filter((text) => text !== "");
  const keys = keysOf(texts);
  return texts.map((text, index) => ({ key: keys[index] ?? "", text }));
}

/** Nothing in place of what is not written yet, and of what is longer than an editor may write. */
function worthKeeping(text: string | undefined): string {
  if (text === undefined || text.includes(TO_BE_WRITTEN)) return "";
  return [...text].length <= LENGTH.text ? text : "";
}
