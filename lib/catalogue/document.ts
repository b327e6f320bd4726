import type { z } from "zod";
import { type CategoryDocument, categorySchema } from "../categories/schema";
import { type ComparisonDocument, comparisonSchema } from "../comparisons/schema";
import { issueText } from "../issue-text";
import { pairKey } from "../pair/pair";
import { type TechnologyDocument, technologySchema } from "../technologies/schema";
import { listWarnings } from "../verdict/warnings";

export const FORMAT = "nicepick-catalogue";
export const VERSION = 1;
export const LARGEST_FILE_BYTES = 64 * 1024 * 1024;
/** A file may be wrong in millions of places; nobody reads that far, and memory ends before. */
export const MOST_PROBLEMS = 10_000;
const LONGEST_NAME_SHOWN = 100;

export type Catalogue = {
  categories: CategoryDocument[];
  technologies: TechnologyDocument[];
  comparisons: ComparisonDocument[];
};

/** Something refused, by its path in the file ("technologies[3].pros[0].text"; empty for the file as a whole). */
export type Problem = { path: string; message: string };

export type CatalogueResult = { ok: true; catalogue: Catalogue } | { ok: false; problems: Problem[] };

const LISTS = {
  categories: categorySchema,
  technologies: technologySchema,
  comparisons: comparisonSchema,
} as const;

type ListName = keyof typeof LISTS;

/** Reads a file in the portable format. Checks everything that can be known without a database. */
export function parseCatalogue(bytes: Uint8Array): CatalogueResult {
  const json = decodeJson(bytes);
  if (!json.ok) return refuse("", json.message);
  const file = json.value;
  if (typeof file !== "object" || file === null || Array.isArray(file)) {
    return refuse("", "is not a catalogue: the file must hold one JSON object");
  }
  return parseFile(file as Record<string, unknown>);
}

/** What an editor may want to look at again; never a reason to refuse. */
export function listCatalogueWarnings(catalogue: Catalogue): Problem[] {
  return catalogue.technologies.flatMap((technology, index) =>
    listWarnings(technology).map(({ field, message }) => ({
      path: `technologies[${index}].${field}`,
      message,
    })),
  );
}

export function formatProblem({ path, message }: Problem): string {
  return path === "" ? message : `${path}: ${message}`;
}

function parseFile(file: Record<string, unknown>): CatalogueResult {
  if (file.format !== FORMAT) return refuse("format", `is not "${FORMAT}"`);
  if (file.version !== VERSION) {
    const given = typeof file.version === "number" ? file.version : "not a number";
    return refuse("version", `is ${given}; this program reads version ${VERSION}`);
  }
  const unknown = Object.keys(file).filter(
    (key) => key !== "format" && key !== "version" && !Object.hasOwn(LISTS, key),
  );
  const problems = toUnknownFields("", unknown).slice(0, MOST_PROBLEMS);
  const categories = parseList(file, "categories", problems);
  const technologies = parseList(file, "technologies", problems);
  const comparisons = parseList(file, "comparisons", problems);
  addProblems(problems, listRepeats(categories, technologies, comparisons));
  if (problems.length >= MOST_PROBLEMS) {
    problems.push({ path: "", message: `these are the first ${MOST_PROBLEMS} reasons; there may be more` });
  }
  if (problems.length > 0) return { ok: false, problems };
  const documents = <T>(entries: Entry<T>[]) => entries.map(({ document }) => document);
  return {
    ok: true,
    catalogue: {
      categories: documents(categories),
      technologies: documents(technologies),
      comparisons: documents(comparisons),
    },
  };
}

/** An entry that was read, with its path in the file. */
type Entry<T> = { path: string; document: T };

function parseList<N extends ListName>(file: Record<string, unknown>, name: N, problems: Problem[]) {
  const parsed: Entry<z.output<(typeof LISTS)[N]>>[] = [];
  const entries = Object.hasOwn(file, name) ? file[name] : [];
  if (!Array.isArray(entries)) {
    problems.push({ path: name, message: "is not a list" });
    return parsed;
  }
  for (const [index, entry] of entries.entries()) {
    if (problems.length >= MOST_PROBLEMS) break;
    const path = `${name}[${index}]`;
    const result = LISTS[name].safeParse(entry);
    if (result.success) parsed.push({ path, document: result.data as z.output<(typeof LISTS)[N]> });
    else addProblems(problems, toProblems(path, result.error));
  }
  return parsed;
}

function addProblems(problems: Problem[], more: Problem[]): void {
  problems.push(...more.slice(0, MOST_PROBLEMS - problems.length));
}

function toProblems(root: string, error: z.ZodError): Problem[] {
  return error.issues.flatMap((issue): Problem[] => {
    const path = root + issue.path.map(pathStep).join("");
    if (issue.code === "unrecognized_keys") return toUnknownFields(path, issue.keys);
    return [{ path, message: issueText(issue) }];
  });
}

function toUnknownFields(path: string, keys: string[]): Problem[] {
  return keys.map((key) => ({
    path: (path + pathStep(key)).replace(/^\./, ""),
    message: "is not a field of the format",
  }));
}

/** A name from the file may hold anything: it is shown in quotes, and never at length. */
function pathStep(step: PropertyKey): string {
  if (typeof step === "number") return `[${step}]`;
  const name = String(step).slice(0, LONGEST_NAME_SHOWN);
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}

/** Slugs, pairs and former slugs that two entries of one file claim. */
function listRepeats(
  categories: Entry<CategoryDocument>[],
  technologies: Entry<TechnologyDocument>[],
  comparisons: Entry<ComparisonDocument>[],
): Problem[] {
  const slugOf = ({ path, document }: Entry<{ slug: string }>) => ({
    key: document.slug,
    path: `${path}.slug`,
  });
  return [
    ...repeats(categories.map(slugOf)),
    ...repeats(technologies.map(slugOf)),
    ...repeats(
      technologies.flatMap(({ path, document }) =>
        document.formerSlugs.map((key) => ({ key, path: `${path}.formerSlugs` })),
      ),
    ),
    ...repeats(comparisons.map(({ path, document }) => ({ key: pairKey(document), path }))),
  ];
}

function repeats(entries: { key: string; path: string }[]): Problem[] {
  const first = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { key, path } of entries) {
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, path);
    else problems.push({ path, message: `"${key}" is given twice: ${earlier} has it already` });
  }
  return problems;
}

function decodeJson(bytes: Uint8Array): { ok: true; value: unknown } | { ok: false; message: string } {
  if (bytes.byteLength > LARGEST_FILE_BYTES) {
    return { ok: false, message: `the file is over ${LARGEST_FILE_BYTES / 1024 / 1024} MB` };
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return { ok: false, message: "the file is not UTF-8 text" };
  }
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return {
      ok: false,
      message: `the file is not JSON: ${error instanceof Error ? error.message : "unreadable"}`,
    };
  }
}

function refuse(path: string, message: string): CatalogueResult {
  return { ok: false, problems: [{ path, message }] };
}
