import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type CatalogueResult, FORMAT, parseCatalogue, VERSION } from "../lib/catalogue/document";

const FOLDER = fileURLToPath(new URL("./catalogue/", import.meta.url));
const LISTS = ["categories", "technologies", "comparisons"] as const;

/** The starter content: every file below prisma/catalogue/, each a document of its own, read as one. */
export async function readStarterCatalogue(folder = FOLDER): Promise<CatalogueResult> {
  const names = await readdir(folder, { recursive: true });
  const joined = { categories: [] as unknown[], technologies: [] as unknown[], comparisons: [] as unknown[] };
  for (const name of names.filter((entry) => entry.endsWith(".json")).sort()) {
    const file = JSON.parse(await readFile(`${folder}/${name}`, "utf8")) as Record<
      string,
      unknown[] | undefined
    >;
    for (const list of LISTS) joined[list].push(...(file[list] ?? []));
  }
  return parseCatalogue(Buffer.from(JSON.stringify({ format: FORMAT, version: VERSION, ...joined })));
}
