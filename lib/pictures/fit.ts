import { requireTypeface, type Weight } from "./typeface";

export type Fitted = { size: number; lines: string[] };

export type Room = {
  /** In pixels. */
  width: number;
  height: number;
  weight: Weight;
  /** Font sizes to try, the largest first; a line is as high as `lineHeight` times its size. */
  sizes: readonly number[];
  lineHeight: number;
  /** Below this size, words are broken rather than made smaller. */
  wholeWordsTo: number;
};

/** What kerning may add to the sum of the widths. */
const SPARE = 1.02;

/**
 * The lines of a text in the largest size that fits; null where none does. The text is one that the typeface has
 * (findDrawable). Words stay whole as long as the size is a good one.
 */
export function fitText(text: string, room: Room): Fitted | null {
  for (const mayBreak of [false, true]) {
    for (const size of room.sizes) {
      if (!mayBreak && size < room.wholeWordsTo) break;
      const lines = linesOf(text, { ems: room.width / size / SPARE, weight: room.weight, mayBreak });
      if (lines && lines.length * size * room.lineHeight <= room.height) return { size, lines };
    }
  }
  return null;
}

type Line = { ems: number; weight: Weight; mayBreak: boolean };

/** Null where a word is wider than a line and must not be broken. */
function linesOf(text: string, { ems, weight, mayBreak }: Line): string[] | null {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (widthOf(longer, weight) <= ems) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = word;
    while (widthOf(line, weight) > ems) {
      if (!mayBreak) return null;
      const head = headOf(line, { ems, weight });
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  return [...lines, line];
}

/** As much of a word as goes on a line: a character at least. */
function headOf(word: string, { ems, weight }: Pick<Line, "ems" | "weight">): string {
  let head = "";
  for (const character of word) {
    if (head !== "" && widthOf(head + character, weight) > ems) break;
    head += character;
  }
  return head;
}

/** In ems. */
export function widthOf(text: string, weight: Weight): number {
  const widths = requireTypeface().widths[weight];
  let sum = 0;
  for (const character of text) sum += widths.get(character.codePointAt(0) ?? 0) ?? 1;
  return sum;
}
