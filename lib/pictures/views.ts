import type { ComparisonPage } from "../comparisons/types";
import type { TechnologyPage } from "../technologies/types";
import { firstSentence } from "../verdict/first-sentence";
import type { Named, Verdict } from "../verdict/types";
import { raiseOpener, withFinalMark } from "../verdict/words";
import type { ComparisonPicture, ListPicture, PictureSide, TechnologyPicture } from "./types";
import { findDrawable, nameToDraw } from "./words";

/** The picture of a comparison. Pure, but for the typeface's table of characters. */
export function pictureOfComparison({ verdict, left, right }: ComparisonPage): ComparisonPicture {
  const epithets = epithetsOf(verdict);
  const sides = verdict.sections.map((section, index): PictureSide => {
    const epithet = epithets && findDrawable(epithets[index] ?? "");
    return { name: nameToDraw(section), picked: section.picked, ...(epithet && { epithet }) };
  }) as [PictureSide, PictureSide];
  const picked = sides.find(({ picked }) => picked);
  const text = findDrawable(verdict.bottomLine.text ?? (picked ? "" : verdict.intro));
  return {
    sides,
    ...(left.category.slug === right.category.slug && { category: nameToDraw(left.category) }),
    heading: picked ? `${picked.name} wins` : verdict.pickBlock.heading,
    ...(text && { text }),
  };
}

/** "Go vs Rust: the pragmatist vs the perfectionist": what stands behind the names. Null where it cannot be told apart. */
function epithetsOf({ title, sections: [left, right] }: Verdict): string[] | null {
  const behind = title.slice(`${left.name} vs ${right.name}`.length);
  const parts = behind.startsWith(": ") ? behind.slice(2).split(" vs ") : [];
  return parts.length === 2 ? parts : null;
}

/** The picture of a technology: its tagline, or else the case for it, below its name. */
export function pictureOfTechnology(page: TechnologyPage): TechnologyPicture {
  const text = findDrawable(
    withFinalMark(raiseOpener(page.tagline ?? firstSentence(page.lead), [page.name])),
  );
  return {
    name: nameToDraw(page),
    kind: page.kind.charAt(0).toUpperCase() + page.kind.slice(1),
    category: nameToDraw(page.category),
    ...(page.logo && { logo: page.logo }),
    ...(page.ring && { ring: page.ring }),
    ...(text && { text }),
  };
}

/** The picture of every page that has none of its own. */
export const SITE_PICTURE: ListPicture = {
  heading: "X or Y? We pick one.",
  text: "Name two technologies. You get one page: a clear pick, the case for each side, and when to choose which.",
  rows: [],
};

/** The picture of a page that lists technologies: its heading, and the first few of them. */
export function pictureOfList(list: {
  heading: string;
  /** Said in its place where the heading cannot be drawn. */
  otherwise: string;
  text?: string;
  entries: (Named & { place?: number; tied?: boolean })[];
}): ListPicture {
  const text = list.text && findDrawable(list.text);
  return {
    heading: findDrawable(list.heading) ?? list.otherwise,
    ...(text && { text }),
    rows: list.entries.slice(0, 3).map(({ place, tied, ...named }) => ({
      name: nameToDraw(named),
      ...(place !== undefined && { place, picked: place === 1 && !tied }),
    })),
  };
}
