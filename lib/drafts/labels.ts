import type { FormOf, ItemType } from "./types";

// What fields are called in lists of changes, in the order in which such lists have them.

type ListField<F> = { [K in keyof F]: F[K] extends unknown[] ? K : never }[keyof F] & string;
type TextField<F> = Exclude<keyof F & string, ListField<F>>;

/** A list has the name of one of its rows; in `leaves`, the row's first field goes without a name of its own. */
type RowNames = { one: string; leaves: Record<string, string> };
export type Names<F> = Record<TextField<F>, string> & Record<ListField<F>, RowNames | string>;

const point = {
  text: "",
  sourceTitle: "source",
  sourceUrl: "address of the source",
  checkedAt: "checked on",
};
const page = { title: "", url: "address" };

export const NAMES: { [T in ItemType]: Names<FormOf[T]> } = {
  technology: {
    name: "Name",
    slug: "Slug",
    kind: "Kind",
    category: "Category",
    description: "Description",
    lead: "Lead",
    tagline: "Tagline",
    pros: { one: "Pro", leaves: point },
    cons: { one: "Con", leaves: point },
    chooseFor: "The case: you want",
    tradeoff: "The case: you can live with",
    ring: "Ring",
    popularityValue: "Popularity: figure",
    popularityUnit: "Popularity: unit",
    popularitySourceTitle: "Popularity: source",
    popularitySourceUrl: "Popularity: address of the source",
    popularityAsOf: "Popularity: read on",
    related: "Related",
    aliases: "Also known as",
    website: "Website",
    repository: "Repository",
    docs: "Documentation",
    license: "License",
    firstReleased: "First released",
    logo: "Logo",
    resources: { one: "Resource", leaves: page },
  },
  comparison: {
    left: "Left side",
    right: "Right side",
    outcome: "Verdict: outcome",
    pick: "Verdict: pick",
    reason: "Verdict: reason",
    bottomLine: "Verdict: bottom line",
    standfirst: "Standfirst",
    epithetLeft: "Left side in the title",
    epithetRight: "Right side in the title",
    shortAnswer: "Short answer",
    useLeftIf: { one: "Use the left side if", leaves: { text: "" } },
    useRightIf: { one: "Use the right side if", leaves: { text: "" } },
    criteria: {
      one: "Criterion",
      leaves: { name: "", left: "left side", right: "right side", edge: "edge" },
    },
    body: "Body",
    alsoConsider: { one: "Also consider", leaves: { name: "", slug: "page", why: "why" } },
    faq: { one: "Question", leaves: { question: "", answer: "answer" } },
    sources: { one: "Source", leaves: page },
    author: "Author",
    publishedAt: "Published on",
    verifiedAt: "Last verified on",
  },
  category: { name: "Name", slug: "Slug", description: "Description" },
};
