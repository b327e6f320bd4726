import fc from "fast-check";
import type { ComparisonForm } from "../comparisons/form";
import { EDGES, OUTCOMES } from "../comparisons/schema";
import { FORM_LENGTH } from "../form-fields";
import type { TechnologyForm } from "../technologies/form";
import { KINDS, RINGS } from "../technologies/schema";

// Generated forms: any that may be kept as a draft, from empty to what could be published.

const TYPED = [
  "",
  " ",
  "\r\n\t",
  "react",
  "C++ !",
  "__proto__",
  "constructor",
  "https://example.com/a?b=c",
  "javascript:alert(1)",
  "https://",
  "2026-10-31",
  "2026-02-30",
  "2026-10-31T23:30:00-05:00",
  "9999-99-99T99:99:99Z",
  "1e400",
  "-1",
  "12.5",
  "1995",
  "ＮａＮ",
  "Use it. If you must!",
  "<script>alert(1)</script> [x](javascript:alert(1)) **bold",
  "e\u0301",
  "\u202E\u200B",
  "🧊".repeat(40),
  "x".repeat(FORM_LENGTH.short),
];

const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...TYPED) },
  {
    weight: 2,
    arbitrary: fc.string({ unit: "grapheme", maxLength: 20 }).map((typed) => typed.replaceAll("\0", "")),
  },
);

const choice = (values: readonly string[]) => fc.oneof(fc.constantFrom(...values), text);

function rows<T>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }, prefix = "k") {
  return fc
    .array(fc.record(fields), { maxLength: 4 })
    .map((all) => all.map((row, index) => ({ key: `${prefix}${index}`, ...(row as T) })));
}

const point = { text, sourceTitle: text, sourceUrl: text, checkedAt: text };

export const technologyForm: fc.Arbitrary<TechnologyForm> = fc.record({
  slug: text,
  name: text,
  kind: choice(KINDS),
  category: text,
  description: text,
  lead: text,
  tagline: text,
  chooseFor: text,
  tradeoff: text,
  ring: choice(RINGS),
  license: text,
  firstReleased: text,
  logo: text,
  website: text,
  repository: text,
  docs: text,
  popularityValue: text,
  popularityUnit: text,
  popularitySourceTitle: text,
  popularitySourceUrl: text,
  popularityAsOf: text,
  pros: rows(point, "p"),
  cons: rows(point, "c"),
  related: fc.array(text, { maxLength: 4 }),
  aliases: fc.array(text, { maxLength: 4 }),
  resources: rows({ title: text, url: text }),
});

export const comparisonForm: fc.Arbitrary<ComparisonForm> = fc.record({
  left: text,
  right: text,
  outcome: fc.constantFrom(...OUTCOMES, "" as const),
  pick: fc.constantFrom("left" as const, "right" as const, "" as const),
  epithetLeft: text,
  epithetRight: text,
  standfirst: text,
  shortAnswer: text,
  reason: text,
  bottomLine: text,
  body: text,
  author: text,
  publishedAt: text,
  verifiedAt: text,
  useLeftIf: rows({ text }),
  useRightIf: rows({ text }),
  alsoConsider: rows({ slug: text, name: text, why: text }),
  criteria: rows({ name: text, left: text, right: text, edge: fc.constantFrom(...EDGES, "" as const) }),
  faq: rows({ question: text, answer: text }),
  sources: rows({ title: text, url: text }),
});
