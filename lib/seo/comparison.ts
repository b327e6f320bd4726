import type { Metadata } from "next";
import type { ComparisonPage } from "../comparisons/types";
import { pairPath } from "../pair/pair";
import type { Verdict } from "../verdict/types";
import { withFinalMark } from "../verdict/words";
import { picturePath } from "./addresses";
import { isIndexablePair } from "./indexable";
import { pageMetadata } from "./page-metadata";
import { summaryOf } from "./summary";

export function comparisonMetadata(page: ComparisonPage): Metadata {
  const { verdict, curated } = page;
  const path = pathOf(page);
  return pageMetadata({
    title: verdict.title,
    description: describeComparison(verdict),
    path,
    picture: { path: picturePath(path), alt: describePicture(verdict) },
    forms: { "application/json": `${path}.json`, "text/markdown": `${path}.md` },
    ...(!isListed(page) && { robots: "follow" }),
    ...(curated && {
      article: { publishedAt: curated.publishedAt, modifiedAt: page.updatedAt, section: curated.category },
    }),
  });
}

/** How it came out, and the words behind it; then what else the page holds. */
export function describeComparison({ bottomLine, intro }: Verdict): string {
  return summaryOf(
    withFinalMark(bottomLine.heading),
    bottomLine.text ?? intro,
    "The case for each side, and when to choose which.",
  );
}

export function pathOf({ left, right }: ComparisonPage): string {
  return pairPath({ left: left.slug, right: right.slug });
}

function isListed({ verdict, left, right, curated }: ComparisonPage): boolean {
  const [one, other] = verdict.sections;
  return isIndexablePair({
    left: { kind: left.kind, pros: one.pros.length, cons: one.cons.length },
    right: { kind: right.kind, pros: other.pros.length, cons: other.cons.length },
    curated: curated !== undefined,
  });
}

function describePicture({ title, pickBlock, bottomLine }: Verdict): string {
  const outcome = pickBlock.name ? `Nice Pick: ${pickBlock.name}` : bottomLine.heading;
  return `${withFinalMark(title)} ${withFinalMark(outcome)}`;
}
