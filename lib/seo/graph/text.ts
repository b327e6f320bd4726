import type { Graph } from "schema-dts";

/**
 * The graph as text to stand inside a script element, whatever editors wrote: no "<" that could end it or begin a
 * comment, and none of the line ends that older parsers of scripts stumble over. The same JSON to whoever parses it.
 */
export function jsonLdText(graph: Graph): string {
  return JSON.stringify(graph).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
