import { z } from "zod";
import { LENGTH, line, list, moment, oneOf, optional, paragraphs, slug, source, webAddress } from "../fields";

export const KINDS = [
  "language",
  "framework",
  "library",
  "database",
  "tool",
  "platform",
  "protocol",
  "service",
  "concept",
  "methodology",
  "practice",
] as const;

export const RINGS = ["adopt", "trial", "assess", "hold"] as const;

/** One pro or con; a bare string is short for its text alone. */
const pointSchema = z.preprocess(
  (value) => (typeof value === "string" ? { text: value } : value),
  z.strictObject({
    text: line(LENGTH.text),
    source: source.optional(),
    checkedAt: optional(moment),
  }),
);

const popularitySchema = z.strictObject({
  value: z.number().min(0, "must not be negative").max(1e15, "is too large"),
  unit: line(LENGTH.name),
  source,
  asOf: moment,
});

const linksSchema = z.strictObject({
  website: optional(webAddress),
  repository: optional(webAddress),
  docs: optional(webAddress),
});

/** A technology as the portable format and the editors' forms have it. */
export const technologySchema = z
  .strictObject({
    slug,
    name: line(LENGTH.name),
    kind: oneOf(KINDS),
    category: slug,
    description: paragraphs(LENGTH.description),
    lead: line(LENGTH.text),
    tagline: optional(line(LENGTH.text)),
    pros: list(pointSchema),
    cons: list(pointSchema),
    chooseFor: optional(line(LENGTH.text)),
    tradeoff: optional(line(LENGTH.text)),
    related: list(slug),
    aliases: list(line(LENGTH.name)),
    formerSlugs: list(slug),
    ring: optional(oneOf(RINGS)),
    popularity: popularitySchema.optional(),
    links: linksSchema.optional(),
    license: optional(line(LENGTH.name)),
    firstReleased: z.int().min(1800, "is before 1800").max(2200, "is after 2200").optional(),
    logo: optional(
      z
        .string()
        .trim()
        .regex(/^[a-z0-9]{1,80}$/, "is not a simple-icons slug (a-z and 0-9)"),
    ),
    resources: list(source),
  })
  .transform((document) => ({
    ...document,
    related: distinct(document.related).filter((related) => related !== document.slug),
    aliases: distinct(document.aliases),
    formerSlugs: distinct(document.formerSlugs).sort(),
  }))
  .refine((document) => !document.formerSlugs.includes(document.slug), {
    path: ["formerSlugs"],
    message: "names the record's own slug",
  });

export type TechnologyDocument = z.output<typeof technologySchema>;

function distinct(values: string[]): string[] {
  return [...new Set(values)];
}
