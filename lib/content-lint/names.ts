import type { TechnologyDocument } from "../technologies/schema";

/** Names that texts begin with and that are not those of a record, or written otherwise there. */
const OTHERS =
  "Android Apple Google Linux Microsoft Unix Windows eBPF git iOS macOS mTLS net/http systemd x86".split(" ");

/** Knows what is written with its own letters wherever it stands: "npm", "iOS", "Kubernetes". */
export type Names = { begin(text: string): boolean };

/** The names and aliases of all records, and a closed list of others. */
export function namesOf(technologies: readonly Pick<TechnologyDocument, "name" | "aliases">[]): Names {
  const byFirstLetter = new Map<string, string[]>();
  const all = [...OTHERS, ...technologies.flatMap(({ name, aliases }) => [name, ...aliases])];
  for (const name of new Set(all)) {
    const first = name.charAt(0);
    byFirstLetter.set(first, [...(byFirstLetter.get(first) ?? []), name]);
  }
  return {
    begin: (text) => (byFirstLetter.get(text.charAt(0)) ?? []).some((name) => beginsWith(text, name)),
  };
}

/** Whether `text` begins with `name` as a word of its own. */
export function beginsWith(text: string, name: string): boolean {
  return text.startsWith(name) && !/^[\p{L}\p{N}]/u.test(text.slice(name.length));
}
