import type { CuratedEntry } from "../comparisons/types";
import { pairPath } from "../pair/pair";
import { link } from "./markdown-text";

/** What the site is and where its documents are, for language models, by llmstxt.org. */
export function llmsText({ curated, site }: { curated: CuratedEntry[]; site: string }): string {
  const written = curated.map(({ left, right, outcome, pick }) => {
    const url = `${site}${pairPath({ left: left.slug, right: right.slug })}.md`;
    const verdict = {
      pick: `we pick ${pick}`,
      "too-close": "too close to call",
      "different-jobs": "different jobs",
    };
    return `- ${link(`${left.name} vs ${right.name}: ${verdict[outcome]}`, url)}`;
  });
  return `${[
    "# Nice Pick",
    "> An opinionated comparison site for technologies. Ask X or Y and get one page: a clear pick, the case for each side, and when to choose which.",
    [
      "Every page about a comparison or a technology is there as Markdown and as JSON too: put `.md` or `.json` behind its address.",
      "Any two technologies on file can be compared, whether or not an editor wrote about them.",
      "A pick rests on our ratings (Adopt, Trial, Assess, Hold) or on measured figures, named with source and month. Quote it with the page's address.",
    ].join("\n"),
    "## How to ask",
    [
      `- Two technologies: \`${site}/compare/{one}-vs-{other}.md\`, by their slugs, in any order: ${link("an example", `${site}/compare/mysql-vs-postgresql.md`)}`,
      `- One technology: \`${site}/technologies/{slug}.md\`: what it is, pros and cons, facts, alternatives and where it stands among them`,
      `- A slug is the name in small letters with hyphens: \`postgresql\`, \`c-plus-plus\`, \`c-sharp\`. An old one redirects; an unknown one is a 404.`,
      `- Search: \`${site}/search?q={words}\``,
    ].join("\n"),
    "## What there is",
    [
      `- ${link("Technologies", `${site}/technologies`)}: all of them, with our ratings`,
      `- ${link("How we pick", `${site}/methodology`)}: ratings, picks, figures and corrections`,
      `- ${link("What changed", `${site}/changes`)}, also ${link("as a feed", `${site}/feed.xml`)}`,
      `- ${link("Sitemap", `${site}/sitemap.xml`)}`,
    ].join("\n"),
    ...(written.length > 0 ? ["## Newest comparisons by our editors", written.join("\n")] : []),
  ].join("\n\n")}\n`;
}
