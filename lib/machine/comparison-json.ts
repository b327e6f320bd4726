import type { VerdictChange } from "../changes/types";
import type { ComparisonPage, CuratedParts } from "../comparisons/types";
import { comparisonUrl, otherLinks, pairLinks, relatedLinks, technologyLink } from "./links";

/** What a comparison's page says, beside its record: how its verdict has changed, newest first. */
export type ComparisonContent = { page: ComparisonPage; history: VerdictChange[] };

/**
 * A comparison for machines: "nicepick-comparison", version 1. A field that has nothing to say is left out; lists are
 * always there. New fields may come; those here keep their meaning for as long as the version is 1.
 */
export function comparisonJson({ page, history }: ComparisonContent, site: string) {
  const { verdict, curated, left, right, more, updatedAt } = page;
  const picked = verdict.pick === "left" ? left : verdict.pick === "right" ? right : null;
  const { heading, text, nearest } = verdict.bottomLine;
  return {
    format: "nicepick-comparison",
    version: 1,
    url: comparisonUrl({ left: left.slug, right: right.slug }, site),
    kind: curated ? "curated" : "dynamic",
    title: verdict.title,
    intro: verdict.intro,
    outcome: verdict.outcome,
    ...(picked && { pick: technologyLink(picked, site) }),
    pickBlock: verdict.pickBlock,
    sides: verdict.sections.map(({ side, slug, name, picked: isPick, lead, pros, cons, related }) => ({
      side,
      ...technologyLink({ slug, name }, site),
      isPick,
      lead,
      pros,
      cons,
      related: relatedLinks(related, site),
    })),
    ...(curated && { curated: curatedJson(curated, site) }),
    verdict: verdict.lines,
    bottomLine: {
      heading,
      ...(text !== undefined && { text }),
      ...(nearest && { nearest: { label: nearest.label, comparisons: pairLinks(nearest.pairs, site) } }),
    },
    history,
    moreComparisons: {
      left: otherLinks(left.name, more.left, site),
      right: otherLinks(right.name, more.right, site),
    },
    updatedAt,
  };
}

function curatedJson({ alsoConsider, useLeftIf, useRightIf, faq, ...parts }: CuratedParts, site: string) {
  const { category, publishedAt, verifiedAt, author, readingMinutes, shortAnswer, criteria, body, sources } =
    parts;
  return {
    category,
    publishedAt,
    verifiedAt,
    author,
    readingMinutes,
    shortAnswer,
    useLeftIf,
    useRightIf,
    alsoConsider: alsoConsider.map(({ name, why, slug }) => ({
      ...(slug ? technologyLink({ slug, name }, site) : { name }),
      why,
    })),
    criteria,
    /** Markdown, as its author wrote it. */
    body,
    questions: faq,
    sources,
  };
}
