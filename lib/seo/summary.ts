import { firstSentence } from "../verdict/first-sentence";

/** In code points: search engines show about as much. */
const LONGEST = 160;

/**
 * A description: of each text as many whole sentences from its beginning as there is room for. A text whose first
 * sentence finds none is left out; only where that leaves nothing is one cut, at the end of a word.
 */
export function summaryOf(...texts: string[]): string {
  const said: string[] = [];
  for (const text of texts) {
    for (const sentence of sentencesOf(text)) {
      if (lengthOf([...said, sentence].join(" ")) > LONGEST) break;
      if (!said.includes(sentence)) said.push(sentence);
    }
  }
  return said.length > 0 ? said.join(" ") : shortened(texts[0] ?? "");
}

function* sentencesOf(text: string): Generator<string> {
  let rest = text.replace(/\s+/g, " ").trim();
  while (rest !== "") {
    const sentence = firstSentence(rest);
    yield sentence.trim();
    rest = rest.slice(sentence.length).trimStart();
  }
}

function shortened(text: string): string {
  const room = [...text.replace(/\s+/g, " ").trim()].slice(0, LONGEST);
  const end = room.lastIndexOf(" ");
  const kept = room.slice(0, end > 0 ? end : LONGEST - 1).join("");
  return `${kept.replace(/[,;:–-]+$/, "")}…`;
}

function lengthOf(text: string): number {
  return [...text].length;
}
