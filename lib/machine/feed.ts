import { Feed } from "feed";
import type { Change } from "../changes/types";
import { changePath, changeTitle, ratingWords, standWords, verdictWords } from "../changes/words";
import { RING_NAMES } from "../verdict/basis";
import { FEED_PATH, FEED_TITLE } from "./feed-address";

/**
 * What changed for readers as an Atom feed (RFC 4287). An entry's id is its change's own, which stays the same wherever the
 * site may move. `changes` are newest first.
 */
export function atomFeed(changes: Change[], site: string): string {
  const feed = new Feed({
    id: `${site}/`,
    title: asHtml(FEED_TITLE),
    description:
      "Comparisons we wrote, picks that changed and why, technologies we put on file or rate anew.",
    link: `${site}/changes`,
    feedLinks: { atom: `${site}${FEED_PATH}` },
    author: { name: "Nice Pick", link: `${site}/` },
    generator: false,
    language: "en",
    // Nothing has changed before the first change.
    updated: new Date(changes[0]?.at ?? 0),
  });
  for (const change of changes) {
    feed.addItem({
      id: `urn:uuid:${change.id}`,
      title: asHtml(changeTitle(change)),
      link: `${site}${changePath(change)}`,
      date: new Date(change.at),
      published: new Date(change.at),
      content: sentences(change)
        .map((sentence) => `<p>${asHtml(sentence)}</p>`)
        .join(""),
      category: [{ term: change.kind }],
    });
  }
  return feed.atom1();
}

/** What is to be said of a change, each a paragraph. */
function sentences(change: Change): string[] {
  switch (change.kind) {
    case "comparison-added":
      return [
        `A new comparison in ${change.comparison.category}: ${standWords(change.to)}.`,
        change.summary ?? "",
      ].filter(Boolean);
    case "verdict-changed":
      return [
        verdictWords(change.from, change.to),
        change.reason ?? "",
        change.byReader ? "We changed it after a reader disagreed." : "",
      ].filter(Boolean);
    case "technology-added":
      return [change.summary, change.to ? `Our rating: ${RING_NAMES[change.to]}.` : ""].filter(Boolean);
    case "rating-changed":
      return [`We changed our rating of ${change.technology.name}: ${ratingWords(change.from, change.to)}.`];
    case "import":
      return ["Too many to name one by one: the list of technologies has them all."];
  }
}

/** Text as HTML that says just that; the feed wraps it into CDATA. */
function asHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
