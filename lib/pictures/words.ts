import type { Named } from "../verdict/types";
import { slugAsWords } from "../verdict/words";
import { requireTypeface } from "./typeface";

/** Decoration that says nothing a name needs: emoji and what joins and colours them, and marks nobody sees. */
const DECORATION =
  /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\p{Cf}|[\uFE0E\uFE0F]|\u20E3)$/u;

/**
 * The text as a picture can show it: decoration that the typeface lacks is left out. Null where it lacks anything else
 * (another script, a sign that makes it another name, as in "C♯"), or where nothing is left.
 */
export function findDrawable(text: string): string | null {
  const { 400: regular, 700: bold } = requireTypeface().widths;
  let drawn = "";
  for (const character of text.normalize("NFC").replace(/\s/gu, " ")) {
    const code = character.codePointAt(0) ?? 0;
    if (!/[\p{C}\p{Z}]/u.test(character) && regular.has(code) && bold.has(code)) drawn += character;
    else if (character === " ") drawn += " ";
    else if (!DECORATION.test(character)) return null;
  }
  return drawn.replace(/ +/g, " ").trim() || null;
}

/** A name as a picture can show it, or else the words of its slug. */
export function nameToDraw({ slug, name }: Named): string {
  return findDrawable(name) ?? slugAsWords(slug);
}
