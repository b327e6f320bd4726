import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import {
  type Catalogue,
  type CatalogueResult,
  FORMAT,
  type Problem,
  parseCatalogue,
  VERSION,
} from "../lib/catalogue/document";

const FOLDER = fileURLToPath(new URL("./catalogue/", import.meta.url));
const LISTS = ["categories", "technologies", "comparisons"] as const;

/** The starter content: every file below prisma/catalogue/, each a document of its own, read as one. */
export async function readStarterCatalogue(folder = FOLDER): Promise<CatalogueResult> {
  const joined = { categories: [] as unknown[], technologies: [] as unknown[], comparisons: [] as unknown[] };
  for (const name of await listFiles(folder)) {
    const file = JSON.parse(await readFile(`${folder}/${name}`, "utf8")) as Record<
      string,
      unknown[] | undefined
    >;
    for (const list of LISTS) joined[list].push(...(file[list] ?? []));
  }
  return parseCatalogue(Buffer.from(JSON.stringify({ format: FORMAT, version: VERSION, ...joined })));
}

export type StarterFiles = {
  files: { file: string; catalogue: Catalogue }[];
  problems: (Problem & { file: string })[];
};

/** The same content file by file, for those who edit it; a file that is refused is among the problems. */
export async function readStarterFiles(folder = FOLDER): Promise<StarterFiles> {
  const read: StarterFiles = { files: [], problems: [] };
  for (const file of await listFiles(folder)) {
    const result = parseCatalogue(await readFile(`${folder}/${file}`));
    if (result.ok) read.files.push({ file, catalogue: result.catalogue });
    else read.problems.push(...result.problems.map((problem) => ({ file, ...problem })));
  }
  return read;
}

async function listFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names.filter((name) => name.endsWith(".json")).sort();
}
