import type { ComparisonForm } from "../comparisons/form";
import { readingMinutes } from "../comparisons/reading-time";
import type { ComparisonPage, ComparisonSide, CuratedParts } from "../comparisons/types";
import type { TechnologyForm } from "../technologies/form";
import { listLinks } from "../technologies/links";
import type { Alternative, HeadToHead, OtherComparison, TechnologyPage } from "../technologies/types";
import { compose, relatedNames } from "../verdict/compose";
import { decide } from "../verdict/decide";
import type { CuratedRecord, Named, NamedPair, Side, TechnologyRecord, Verdict } from "../verdict/types";
import { slugAsWords } from "../verdict/words";
import { toRecord } from "./record";
import { TO_BE_WRITTEN, typedMoment, typedNumber, typedSource, typedText } from "./typed";

// What readers would see of forms, however unfinished. Pure: browser and server show the same.

export type PreviewContext = {
  /** The live record behind a slug, by the slug asked for. */
  names: ReadonlyMap<string, Named>;
  /** Names of categories, by slug. */
  categories: ReadonlyMap<string, string>;
  /** Paths of marks, by their slug in simple-icons. */
  logos?: ReadonlyMap<string, string>;
  /** ISO: the moment that an undated page is shown with. */
  now: string;
};

export function technologyPreview(
  form: TechnologyForm,
  context: PreviewContext & {
    comparisons?: OtherComparison[];
    alternatives?: Alternative[];
    record?: HeadToHead;
  },
): TechnologyPage {
  const { names, now, comparisons = [], alternatives = [] } = context;
  const record = toRecord(form);
  return {
    slug: record.slug,
    name: record.name,
    kind: record.kind,
    category: categoryOf(form, context),
    logo: logoOf(form, context),
    description: typedText(form.description) ?? TO_BE_WRITTEN,
    lead: record.lead,
    tagline: record.tagline,
    ring: record.ring,
    pros: record.pros,
    cons: record.cons,
    related: relatedNames(record, names),
    aliases: [...new Set(form.aliases.flatMap((alias) => typedText(alias) ?? []))],
    popularity: record.popularity,
    links: listLinks(record.links),
    license: typedText(form.license),
    firstReleased: yearOf(form.firstReleased),
    resources: form.resources.flatMap(({ title, url }) => typedSource(title, url) ?? []),
    updatedAt: now,
    alternatives,
    record: context.record,
    comparisons,
  };
}

type ComparisonInput = PreviewContext & {
  left: TechnologyForm;
  right: TechnologyForm;
  /** Absent, the page is composed from the two records alone. */
  comparison?: ComparisonForm;
  /** Fair pairs to lead on to where the two do different jobs. */
  nearest?: NamedPair[];
};

export function comparisonPreview(input: ComparisonInput): ComparisonPage {
  const { comparison, names, nearest = [], now } = input;
  const sides = toSides(input);
  const verdict = compose({
    ...sides,
    ...(comparison && { curated: toCurated(comparison, sides) }),
    related: names,
    nearest,
  });
  return {
    verdict,
    left: toSide(sides.left, input.left, input),
    right: toSide(sides.right, input.right, input),
    ...(comparison && { curated: toParts(comparison, input, verdict) }),
    updatedAt: now,
    more: { left: [], right: [] },
  };
}

type Sides = { left: TechnologyRecord; right: TechnologyRecord };

/** The composer tells the sides apart by their slugs, and these two may not have any yet. */
function toSides({ left, right }: ComparisonInput): Sides {
  const sides = { left: toRecord(left), right: toRecord(right) };
  if (sides.left.slug !== sides.right.slug) return sides;
  return { ...sides, right: { ...sides.right, slug: `${sides.right.slug}-2` } };
}

function toSide(
  { slug, name, kind }: TechnologyRecord,
  form: TechnologyForm,
  context: PreviewContext,
): ComparisonSide {
  return { slug, name, kind, category: categoryOf(form, context), logo: logoOf(form, context) };
}

function toCurated(form: ComparisonForm, sides: Sides): CuratedRecord {
  const [left, right] = [typedText(form.epithetLeft), typedText(form.epithetRight)];
  const { outcome, pick } = toOutcome(form, sides);
  return {
    outcome,
    pick: pick && sides[pick].slug,
    epithets: left && right ? [left, right] : undefined,
    standfirst: typedText(form.standfirst),
    reason: typedText(form.reason),
    bottomLine: typedText(form.bottomLine),
  };
}

/** Until the editor has decided, the page says what the records say. */
function toOutcome(
  { outcome, pick }: ComparisonForm,
  { left, right }: Sides,
): { outcome: CuratedRecord["outcome"]; pick?: Side } {
  if (outcome === "pick" && pick !== "") return { outcome, pick };
  return outcome === "" || outcome === "pick" ? decide(left, right) : { outcome };
}

function toParts(form: ComparisonForm, context: ComparisonInput, verdict: Verdict): CuratedParts {
  const text = (typed: string) => typedText(typed) ?? "";
  const written = {
    shortAnswer: typedText(form.shortAnswer),
    useLeftIf: form.useLeftIf.flatMap((row) => typedText(row.text) ?? []),
    useRightIf: form.useRightIf.flatMap((row) => typedText(row.text) ?? []),
    criteria: form.criteria
      .map(({ name, left, right, edge }) => ({
        name: text(name),
        left: text(left),
        right: text(right),
        edge: edge === "" ? ("even" as const) : edge,
      }))
      .filter(({ name, left, right }) => name || left || right),
    body: typedText(form.body),
    faq: form.faq
      .map(({ question, answer }) => ({ question: text(question), answer: text(answer) }))
      .filter(({ question, answer }) => question || answer)
      .map(({ question, answer }) => ({ question: question || TO_BE_WRITTEN, answer })),
  };
  return {
    category: categoryOf(context.left, context).name,
    publishedAt: isoOf(form.publishedAt) ?? context.now,
    verifiedAt: isoOf(form.verifiedAt),
    author: typedText(form.author),
    readingMinutes: readingMinutes(verdict, written),
    ...written,
    alsoConsider: form.alsoConsider
      .map(({ slug, name, why }) => ({
        name: text(name) || TO_BE_WRITTEN,
        why: text(why) || TO_BE_WRITTEN,
        slug: context.names.get(slug.trim())?.slug,
      }))
      .filter(({ name, why }) => name !== TO_BE_WRITTEN || why !== TO_BE_WRITTEN),
    sources: form.sources.flatMap(({ title, url }) => typedSource(title, url) ?? []),
  };
}

function categoryOf({ category }: TechnologyForm, { categories }: PreviewContext): Named {
  const slug = category.trim();
  return { slug, name: categories.get(slug) ?? (slug === "" ? "No category yet" : slugAsWords(slug)) };
}

function logoOf({ logo }: TechnologyForm, { logos }: PreviewContext): string | undefined {
  return logos?.get(logo.trim());
}

function yearOf(text: string): number | undefined {
  const year = typedNumber(text, 1800, 2200);
  return Number.isInteger(year) ? year : undefined;
}

function isoOf(text: string): string | undefined {
  const moment = typedMoment(text);
  return moment && new Date(moment).toISOString();
}
