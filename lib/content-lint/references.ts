import type { Catalogue } from "../catalogue/document";
import { comparisonName } from "./prose";
import type { Remark } from "./types";

/** Slugs that lead nowhere or under another name, categories without a technology, marks that do not exist. */
export function listReferenceRemarks(
  { categories, technologies, comparisons }: Catalogue,
  logos: ReadonlySet<string>,
): Remark[] {
  const names = new Map(technologies.map(({ slug, name }) => [slug, name]));
  const sections = new Set(categories.map(({ slug }) => slug));
  const peopled = new Set(technologies.map(({ category }) => category));
  const dangling = (path: string, slug: string | undefined): Remark[] =>
    slug === undefined || names.has(slug) ? [] : [{ path, message: `"${slug}" is not in the catalogue` }];
  return [
    ...categories
      .filter(({ slug }) => !peopled.has(slug))
      .map(({ slug }) => ({ path: slug, message: "is a category without a technology" })),
    ...technologies.flatMap(({ slug, category, related, logo }) => [
      ...(sections.has(category)
        ? []
        : [{ path: `${slug}.category`, message: `"${category}" is no category` }]),
      ...related.flatMap((other) => dangling(`${slug}.related`, other)),
      ...(logo === undefined || logos.has(logo)
        ? []
        : [{ path: `${slug}.logo`, message: `simple-icons has no "${logo}"` }]),
    ]),
    ...comparisons.flatMap((comparison) => [
      ...dangling(`${comparisonName(comparison)}.left`, comparison.left),
      ...dangling(`${comparisonName(comparison)}.right`, comparison.right),
      ...comparison.alsoConsider.flatMap(({ slug, name }, index) => {
        const path = `${comparisonName(comparison)}.alsoConsider[${index}]`;
        const known = names.get(slug ?? "");
        const misnamed = known !== undefined && known !== name;
        return [
          ...dangling(`${path}.slug`, slug),
          ...(misnamed ? [{ path: `${path}.name`, message: `is "${name}", not "${known}"` }] : []),
        ];
      }),
    ]),
  ];
}

/** Related technologies of one category of which one does not name the other: worth a look, and often right. */
export function listOneSided({ technologies }: Pick<Catalogue, "technologies">): Remark[] {
  const bySlug = new Map(technologies.map((technology) => [technology.slug, technology]));
  return technologies.flatMap(({ slug, category, related }) =>
    related.flatMap((name): Remark[] => {
      const other = bySlug.get(name);
      if (!other || other.category !== category || other.related.includes(slug)) return [];
      return [{ path: `${name}.related`, message: `does not name "${slug}", which names it` }];
    }),
  );
}
