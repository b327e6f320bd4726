import { z } from "zod";
import {
  formList,
  formPath,
  formRows,
  hasDistinctKeys,
  isBlank,
  isBlankRow,
  keysOf,
  longText,
  numberOf,
  shortText,
  sourceOf,
} from "../form-fields";
import type { TechnologyDocument } from "./schema";

const pointRows = formRows({
  text: shortText,
  sourceTitle: shortText,
  sourceUrl: shortText,
  checkedAt: shortText,
});

/** A technology as an editor types it. The former slugs are not in it: only renaming adds to them. */
export const technologyFormSchema = z
  .strictObject({
    slug: shortText,
    name: shortText,
    kind: shortText,
    category: shortText,
    description: longText,
    lead: shortText,
    tagline: shortText,
    chooseFor: shortText,
    tradeoff: shortText,
    ring: shortText,
    license: shortText,
    firstReleased: shortText,
    logo: shortText,
    website: shortText,
    repository: shortText,
    docs: shortText,
    popularityValue: shortText,
    popularityUnit: shortText,
    popularitySourceTitle: shortText,
    popularitySourceUrl: shortText,
    popularityAsOf: shortText,
    pros: pointRows,
    cons: pointRows,
    related: formList(shortText),
    aliases: formList(shortText),
    resources: formRows({ title: shortText, url: shortText }),
  })
  .refine(({ pros, cons }) => hasDistinctKeys([...pros, ...cons]), {
    path: ["cons"],
    message: "has a row with the key of a pro",
  });

export type TechnologyForm = z.output<typeof technologyFormSchema>;
export type PointForm = TechnologyForm["pros"][number];
export type ResourceForm = TechnologyForm["resources"][number];

export function emptyTechnologyForm(): TechnologyForm {
  return {
    slug: "",
    name: "",
    kind: "",
    category: "",
    description: "",
    lead: "",
    tagline: "",
    chooseFor: "",
    tradeoff: "",
    ring: "",
    license: "",
    firstReleased: "",
    logo: "",
    website: "",
    repository: "",
    docs: "",
    popularityValue: "",
    popularityUnit: "",
    popularitySourceTitle: "",
    popularitySourceUrl: "",
    popularityAsOf: "",
    pros: [],
    cons: [],
    related: [],
    aliases: [],
    resources: [],
  };
}

export function toTechnologyForm(document: TechnologyDocument): TechnologyForm {
  const { pros, cons, popularity, links, resources } = document;
  // One set of keys for both lists: a point may move from one to the other.
  const keys = keysOf([...pros, ...cons].map(({ text }) => text));
  const resourceKeys = keysOf(resources.map(({ url }) => url));
  return {
    slug: document.slug,
    name: document.name,
    kind: document.kind,
    category: document.category,
    description: document.description,
    lead: document.lead,
    tagline: document.tagline ?? "",
    chooseFor: document.chooseFor ?? "",
    tradeoff: document.tradeoff ?? "",
    ring: document.ring ?? "",
    license: document.license ?? "",
    firstReleased: document.firstReleased === undefined ? "" : String(document.firstReleased),
    logo: document.logo ?? "",
    website: links?.website ?? "",
    repository: links?.repository ?? "",
    docs: links?.docs ?? "",
    popularityValue: popularity ? String(popularity.value) : "",
    popularityUnit: popularity?.unit ?? "",
    popularitySourceTitle: popularity?.source.title ?? "",
    popularitySourceUrl: popularity?.source.url ?? "",
    popularityAsOf: popularity?.asOf ?? "",
    pros: pros.map((point, index) => toPointForm(point, keys[index])),
    cons: cons.map((point, index) => toPointForm(point, keys[pros.length + index])),
    related: [...document.related],
    aliases: [...document.aliases],
    resources: resources.map(({ title, url }, index) => ({ key: resourceKeys[index] ?? "", title, url })),
  };
}

function toPointForm({ text, source, checkedAt }: TechnologyDocument["pros"][number], key = ""): PointForm {
  return {
    key,
    text,
    sourceTitle: source?.title ?? "",
    sourceUrl: source?.url ?? "",
    checkedAt: checkedAt ?? "",
  };
}

/** The document that is meant, for `technologySchema` to judge. What was begun is in it, so that its rest is asked for. */
export function fromTechnologyForm(form: TechnologyForm): Record<string, unknown> {
  return {
    slug: form.slug,
    name: form.name,
    kind: form.kind,
    category: form.category,
    description: form.description,
    lead: form.lead,
    tagline: form.tagline,
    pros: form.pros.filter((row) => !isBlankRow(row)).map(fromPointForm),
    cons: form.cons.filter((row) => !isBlankRow(row)).map(fromPointForm),
    chooseFor: form.chooseFor,
    tradeoff: form.tradeoff,
    related: form.related.filter((slug) => !isBlank(slug)),
    aliases: form.aliases.filter((name) => !isBlank(name)),
    ring: form.ring,
    popularity: popularityOf(form),
    links: { website: form.website, repository: form.repository, docs: form.docs },
    license: form.license,
    firstReleased: numberOf(form.firstReleased),
    logo: form.logo,
    resources: form.resources.filter((row) => !isBlankRow(row)).map(({ title, url }) => ({ title, url })),
  };
}

function fromPointForm({ text, sourceTitle, sourceUrl, checkedAt }: PointForm) {
  return { text, source: sourceOf(sourceTitle, sourceUrl), checkedAt };
}

function popularityOf(form: TechnologyForm) {
  const { popularityValue, popularityUnit, popularitySourceTitle, popularitySourceUrl, popularityAsOf } =
    form;
  const given = [popularityValue, popularityUnit, popularitySourceTitle, popularitySourceUrl, popularityAsOf];
  if (given.every(isBlank)) return undefined;
  return {
    value: numberOf(popularityValue),
    unit: popularityUnit,
    source: { title: popularitySourceTitle, url: popularitySourceUrl },
    asOf: isBlank(popularityAsOf) ? undefined : popularityAsOf,
  };
}

/** The form's field behind a path inside the document that was made of it. */
export function technologyFieldPath(form: TechnologyForm, path: readonly PropertyKey[]): string {
  if (path[0] === "links") return path.slice(1).join(".");
  // What is wrong with a former slug can only be mended by another slug.
  if (path[0] === "formerSlugs") return "slug";
  const { pros, cons, related, aliases, resources } = form;
  return formPath(path, { pros, cons, related, aliases, resources });
}
