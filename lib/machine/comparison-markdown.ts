import type { VerdictChange } from "../changes/types";
import { verdictWords } from "../changes/words";
import type { ComparisonPage, CuratedParts } from "../comparisons/types";
import type { Section, Verdict } from "../verdict/types";
import type { ComparisonContent } from "./comparison-json";
import { dayOf, monthOf } from "./dates";
import { comparisonUrl, otherLinks, pairLinks } from "./links";
import { markdownBody } from "./markdown-body";
import { linksPart, nameLink, pointsPart, relatedPart } from "./markdown-parts";
import { blocks, bullets, link, paragraphs, plain } from "./markdown-text";

/** A comparison as Markdown, in the order of its page. */
export function comparisonMarkdown({ page, history }: ComparisonContent, site: string): string {
  const { verdict, curated, left, right, more } = page;
  return blocks([
    `# ${plain(verdict.title)}`,
    curated ? curatedBadge(curated) : "Dynamic: put together from what we have on file about both.",
    plain(verdict.intro),
    ...pickPart(verdict, site),
    ...verdict.sections.flatMap((section) => sidePart(section, site)),
    ...(curated ? curatedParts(curated, page, site) : []),
    ...verdictPart(verdict),
    ...bottomLinePart(verdict, site),
    historyPart(history),
    linksPart(`More comparisons with ${left.name}`, otherLinks(left.name, more.left, site)),
    linksPart(`More comparisons with ${right.name}`, otherLinks(right.name, more.right, site)),
    "---",
    `Last updated ${dayOf(page.updatedAt)}. The page: <${comparisonUrl({ left: left.slug, right: right.slug }, site)}>`,
  ]);
}

function curatedBadge({ category, publishedAt, readingMinutes, author, verifiedAt }: CuratedParts): string {
  return [
    "Curated",
    plain(category),
    monthOf(publishedAt),
    `${readingMinutes} min read`,
    author && `by ${plain(author)}`,
    verifiedAt && `last verified ${dayOf(verifiedAt)}`,
  ]
    .filter(Boolean)
    .join(" · ");
}

function pickPart({ pick, pickBlock, sections }: Verdict, site: string): (string | undefined)[] {
  const { heading, name, text, basis } = pickBlock;
  const winner = sections.find(({ picked }) => picked);
  return [
    `## ${pick === null ? "" : "🧊 "}${plain(heading)}`,
    name && winner && `**${nameLink(winner, site)}**`,
    text && plain(text),
    basis && plain(basis),
  ];
}

function sidePart(section: Section, site: string): (string | undefined)[] {
  const { picked, lead, pros, cons, related } = section;
  return [
    `## ${nameLink(section, site)}${picked ? " (Nice Pick)" : ""}`,
    plain(lead),
    pointsPart("Pros", pros, 3),
    relatedPart(related, site),
    pointsPart("Cons", cons, 3),
  ];
}

function curatedParts(parts: CuratedParts, page: ComparisonPage, site: string): (string | undefined)[] {
  const uses = [
    { name: page.left.name, when: parts.useLeftIf },
    { name: page.right.name, when: parts.useRightIf },
  ].filter(({ when }) => when.length > 0);
  const also = parts.alsoConsider.map(
    ({ name, why, slug }) => `**${slug ? nameLink({ name, slug }, site) : plain(name)}**: ${plain(why)}`,
  );
  return [
    part("The short answer", parts.shortAnswer && plain(parts.shortAnswer)),
    ...uses.map(({ name, when }) => part(`Use ${plain(name)} if`, bullets(when.map(plain)))),
    part("Also consider", bullets(also)),
    part("Quick comparison", criteriaTable(parts.criteria, page)),
    part("The case in full", parts.body && markdownBody(parts.body, site)),
    part(
      "Questions and answers",
      parts.faq.map(({ question, answer }) => `### ${plain(question)}\n\n${paragraphs(answer)}`).join("\n\n"),
    ),
    part("Sources", bullets(parts.sources.map(({ title, url }) => link(title, url)))),
  ];
}

function part(title: string, content: string | undefined): string | undefined {
  return content ? `## ${title}\n\n${content}` : undefined;
}

function criteriaTable(
  criteria: CuratedParts["criteria"],
  { left, right }: ComparisonPage,
): string | undefined {
  if (criteria.length === 0) return undefined;
  const edges = { left: left.name, right: right.name, even: "Even" };
  const line = (cells: string[]) => `| ${cells.map(plain).join(" | ")} |`;
  return [
    line(["Criterion", left.name, right.name, "Edge"]),
    "| --- | --- | --- | --- |",
    ...criteria.map((row) => line([row.name, row.left, row.right, edges[row.edge]])),
  ].join("\n");
}

function verdictPart({ lines }: Verdict): (string | undefined)[] {
  if (lines.length === 0) return [];
  return [
    "## The Verdict",
    ...lines.map(({ label, sentences }) => `**${plain(label)}** ${sentences.map(plain).join("\\\n")}`),
  ];
}

function bottomLinePart({ bottomLine }: Verdict, site: string): (string | undefined)[] {
  const { heading, text, nearest } = bottomLine;
  return [
    "## 🧊 The Bottom Line",
    `**${plain(heading)}**`,
    text && plain(text),
    nearest && plain(nearest.label),
    nearest && bullets(pairLinks(nearest.pairs, site).map(({ name, url }) => link(name, url))),
  ];
}

function historyPart(history: VerdictChange[]): string | undefined {
  const lines = history.map(({ at, from, to, reason, byReader }) =>
    [
      `${dayOf(at)}: ${plain(verdictWords(from, to))}`,
      reason && plain(reason),
      byReader && "After a reader disagreed.",
    ]
      .filter(Boolean)
      .join(" "),
  );
  return part("How our verdict changed", bullets(lines));
}
