import type { PointForm, TechnologyForm } from "../technologies/form";
import { KINDS, RINGS } from "../technologies/schema";
import type { Point, Popularity, TechnologyRecord } from "../verdict/types";
import {
  TO_BE_WRITTEN,
  typedAddress,
  typedChoice,
  typedMoment,
  typedNumber,
  typedSlug,
  typedSource,
  typedText,
} from "./typed";

const UNTITLED = { slug: "untitled", name: "Untitled" };

type Links = Record<"website" | "repository" | "docs", string | undefined>;

/** What the composer makes a page of, with the links beside it. */
export function toRecord(form: TechnologyForm): TechnologyRecord & { links: Links } {
  const slug = typedSlug(form.slug) ?? UNTITLED.slug;
  return {
    slug,
    name: typedText(form.name) ?? UNTITLED.name,
    kind: typedChoice(KINDS, form.kind) ?? "tool",
    // Two records without a category are not of one category.
    category: typedText(form.category) ?? `none of ${slug}`,
    lead: typedText(form.lead) ?? TO_BE_WRITTEN,
    tagline: typedText(form.tagline),
    chooseFor: typedText(form.chooseFor),
    tradeoff: typedText(form.tradeoff),
    pros: form.pros.flatMap(toPoint),
    cons: form.cons.flatMap(toPoint),
    related: [...new Set(form.related.flatMap((text) => typedSlug(text) ?? []))].filter(
      (one) => one !== slug,
    ),
    ring: typedChoice(RINGS, form.ring),
    popularity: toPopularity(form),
    links: {
      website: typedAddress(form.website),
      repository: typedAddress(form.repository),
      docs: typedAddress(form.docs),
    },
  };
}

function toPoint({ text, sourceTitle, sourceUrl, checkedAt }: PointForm): Point[] {
  const said = typedText(text);
  const [source, checked] = [typedSource(sourceTitle, sourceUrl), typedMoment(checkedAt)];
  return said ? [{ text: said, ...(source && { source }), ...(checked && { checkedAt: checked }) }] : [];
}

/** A figure is nothing without its unit, source and date. */
function toPopularity(form: TechnologyForm): Popularity | undefined {
  const value = typedNumber(form.popularityValue, 0, 1e15);
  const unit = typedText(form.popularityUnit);
  const source = typedSource(form.popularitySourceTitle, form.popularitySourceUrl);
  const asOf = typedMoment(form.popularityAsOf);
  return value !== undefined && unit && source && asOf ? { value, unit, source, asOf } : undefined;
}
