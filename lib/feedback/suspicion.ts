import type { Suspicion } from "./states";

// What speaks against a message being genuine. Pure: the counts come from the database.

/** Genuine readers do bring a benchmark or two. */
const MOST_LINKS = 3;
/** So many times may one text come within a day, from wherever. */
const SAME_TEXT_A_DAY = 5;
/** Above so many messages an hour from everybody, those of a network that has sent a few already are held back. */
const ALL_AN_HOUR = 600;
const ALWAYS_HEARD = 3;

const LINK = /https?:\/\/|www\.|<a\s|\[url/gi;

/** How many came before this one: of its network and of all in the last hour, of the same text in the last day. */
export type Counts = { ofNetwork: number; ofAll: number; ofText: number };

export function listSuspicions(sent: {
  message: string;
  builtWith: string | null;
  name: string | null;
  trap: string;
  blocked: boolean;
  counts: Counts;
}): Suspicion[] {
  const { message, builtWith, name, trap, blocked, counts } = sent;
  const links = [message, builtWith, name].join("\n").match(LINK)?.length ?? 0;
  const found: [Suspicion, boolean][] = [
    ["honeypot", trap !== ""],
    ["links", links > MOST_LINKS],
    ["repeated", counts.ofText >= SAME_TEXT_A_DAY],
    ["flood", counts.ofAll >= ALL_AN_HOUR && counts.ofNetwork >= ALWAYS_HEARD],
    ["blocked", blocked],
  ];
  return found.flatMap(([suspicion, so]) => (so ? [suspicion] : []));
}

/** What a text comes to when it is looked up whether it came before: its letters and digits. */
export function gistOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
