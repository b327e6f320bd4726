import type { Article, FAQPage, Graph, WebPage } from "schema-dts";
import type { ComparisonPage, CuratedParts } from "../../comparisons/types";
import { absolute, picturePath } from "../addresses";
import { describeComparison, pathOf } from "../comparison";
import { SITE_NAME } from "../site";
import { breadcrumbs, graphOf, partOfSite, publisher } from "./site";
import { mention } from "./thing";

/** A comparison that an editor wrote is an article; a composed one is a page about its two sides. */
export function comparisonGraph(page: ComparisonPage): Graph {
  const path = pathOf(page);
  const { category } = page.left;
  const way = breadcrumbs(
    { name: category.name, path: `/categories/${category.slug}` },
    { name: `${page.left.name} vs ${page.right.name}`, path },
  );
  if (!page.curated) return graphOf(pageNode(page, path), way);
  const { curated } = page;
  const questions = curated.faq.length > 0 ? [questionsNode(curated.faq, path)] : [];
  return graphOf(articleNode(page, curated, path), ...questions, way);
}

function pageNode(page: ComparisonPage, path: string): WebPage {
  return {
    "@type": "WebPage",
    "@id": absolute(path),
    url: absolute(path),
    name: page.verdict.title,
    ...shared(page),
    primaryImageOfPage: { "@type": "ImageObject", url: absolute(picturePath(path)) },
  };
}

function articleNode(page: ComparisonPage, curated: CuratedParts, path: string): Article {
  return {
    "@type": "Article",
    "@id": `${absolute(path)}#article`,
    url: absolute(path),
    mainEntityOfPage: absolute(path),
    headline: page.verdict.title,
    ...shared(page),
    image: absolute(picturePath(path)),
    articleSection: curated.category,
    datePublished: curated.publishedAt,
    author: authorOf(curated),
    timeRequired: `PT${curated.readingMinutes}M`,
  };
}

/** A byline is a person's, or that of all who write here. */
function authorOf({ author }: CuratedParts) {
  if (author === undefined || author.startsWith(SITE_NAME)) return publisher();
  return { "@type": "Person", name: author } as const;
}

function shared(page: ComparisonPage) {
  return {
    description: describeComparison(page.verdict),
    dateModified: page.updatedAt,
    about: [mention(page.left), mention(page.right)],
    ...partOfSite(),
  };
}

function questionsNode(faq: CuratedParts["faq"], path: string): FAQPage {
  return {
    "@type": "FAQPage",
    "@id": `${absolute(path)}#questions`,
    mainEntity: faq.map(({ question, answer }) => ({
      "@type": "Question",
      name: question,
      acceptedAnswer: { "@type": "Answer", text: answer },
    })),
  };
}
