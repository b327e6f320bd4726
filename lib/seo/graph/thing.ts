import type { Kind } from "../../verdict/types";
import { absolute } from "../addresses";

/** The type of schema.org that says what a technology of some kind is, and no more than that. */
const TYPES = {
  language: "ComputerLanguage",
  framework: "SoftwareSourceCode",
  library: "SoftwareSourceCode",
  database: "SoftwareApplication",
  tool: "SoftwareApplication",
  platform: "SoftwareApplication",
  service: "Service",
  protocol: "DefinedTerm",
  concept: "DefinedTerm",
  methodology: "DefinedTerm",
  practice: "DefinedTerm",
} as const satisfies Record<Kind, string>;

type Known = { slug: string; name: string; kind: Kind };

/** A technology, told by the address of its page wherever it is mentioned. */
export function mention({ slug, name, kind }: Known) {
  return { "@type": TYPES[kind], "@id": absolute(`/technologies/${slug}#it`), name };
}
