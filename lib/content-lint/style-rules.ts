import type { Text } from "./prose";
import type { Remark } from "./types";

// Words that say nothing, or that will not be true for long.

const PHRASES = [
  "battle[- ]tested",
  "blazing(?:ly)?",
  "currently",
  "cutting[- ]edge",
  "effortless(?:ly)?",
  "first[- ]class",
  "game[- ]changer",
  "ideal for",
  "in today['’]s world",
  "it depends",
  "large community",
  "leverag(?:e|es|ed|ing)",
  "lightweight and fast",
  "out of the box",
  "plays? a crucial role",
  "powerful(?:ly)?",
  "recently",
  "rich ecosystem",
  "robust(?:ly|ness)?",
  "seamless(?:ly)?",
  "steep learning curve",
  "the newest",
  "vibrant",
  "well[- ]suited",
  "wide range",
  "widely used",
];

const FORBIDDEN = new RegExp(`\\b(?:${PHRASES.join("|")})\\b|—|!(?=\\s|$)`, "giu");

/** Every forbidden word or mark of a text. Code is quoted, not said: what stands between backticks may be anything. */
export function listStyleRemarks({ path, text }: Text): Remark[] {
  const said = text.replaceAll(/```[\s\S]*?```|`[^`]*`/g, "`code`");
  return (said.match(FORBIDDEN) ?? []).map((found) => ({ path, message: `says "${found}"` }));
}
