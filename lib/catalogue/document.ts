import type { z } from "zod";
import { type CategoryDocument, categorySchema } from "../categories/schema";
import { type ComparisonDocument, comparisonSchema } from "../comparisons/schema";
import { pairKey } from "../pair/pair";
import { type TechnologyDocument, technologySchema } from "../technologies/schema";
import { listWarnings } from "../verdict/warnings";

export const FORMAT = "nicepick-catalogue";
export const VERSION = 1;
export const LARGEST_FILE_BYTES = 64 * 1024 * 1024;

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
    return refuse("version", `is ${JSON.stringify(file.version)}; this program reads version ${VERSION}`);
  }
  const problems: Problem[] = Object.keys(file)
    .filter((key) => key !== "format" && key !== "version" && !Object.hasOwn(LISTS, key))
    .map((key) => ({ path: key, message: "is not a field of the format" }));
  const catalogue: Catalogue = {
    categories: parseList(file, "categories", problems),
    technologies: parseList(file, "technologies", problems),
    comparisons: parseList(file, "comparisons", problems),
  };
  if (problems.length === 0) problems.push(...listRepeats(catalogue));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, catalogue };
}

function parseList<N extends ListName>(file: Record<string, unknown>, name: N, problems: Problem[]) {
  const entries = Object.hasOwn(file, name) ? file[name] : [];
  if (!Array.isArray(entries)) {
    problems.push({ path: name, message: "is not a list" });
    return [];
  }
  const parsed: z.output<(typeof LISTS)[N]>[] = [];
  entries.forEach((entry, index) => {
    const result = LISTS[name].safeParse(entry);
    if (result.success) parsed.push(result.data as z.output<(typeof LISTS)[N]>);
    else problems.push(...toProblems(`${name}[${index}]`, result.error));
  });
  return parsed;
}

function toProblems(root: string, error: z.ZodError): Problem[] {
  return error.issues.flatMap((issue): Problem[] => {
    const path = root + issue.path.map(pathStep).join("");
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({
        path: path + pathStep(key),
        message: "is not a field of the format",
      }));
    }
    if (issue.code === "invalid_type") {
      // zod's message names what it received only in its text; "undefined" there means left out.
      const missing = issue.message.endsWith("received undefined");
      return [{ path, message: missing ? "is required" : issue.message.replace(/^Invalid input: /, "") }];
    }
    return [{ path, message: issue.message }];
  });
}

function pathStep(step: PropertyKey): string {
  if (typeof step === "number") return `[${step}]`;
  const name = String(step);
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}

/** Slugs, pairs and former slugs that two entries of one file claim. */
function listRepeats({ categories, technologies, comparisons }: Catalogue): Problem[] {
  return [
    ...repeats(categories.map(({ slug }, index) => ({ key: slug, path: `categories[${index}].slug` }))),
    ...repeats(technologies.map(({ slug }, index) => ({ key: slug, path: `technologies[${index}].slug` }))),
    ...repeats(
      technologies.flatMap(({ formerSlugs }, index) =>
        formerSlugs.map((key) => ({ key, path: `technologies[${index}].formerSlugs` })),
      ),
    ),
    ...repeats(comparisons.map((entry, index) => ({ key: pairKey(entry), path: `comparisons[${index}]` }))),
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
