import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import {
  formatProblem,
  LARGEST_FILE_BYTES,
  listCatalogueWarnings,
  parseCatalogue,
} from "../lib/catalogue/document";
import { importCatalogue } from "../lib/catalogue/mutations";
import { db } from "../lib/db";
import { runCommand } from "./command";

const [file, ...rest] = process.argv.slice(2);

if (file === undefined || rest.length > 0) {
  console.error("Usage: npm run import -- FILE");
  process.exitCode = 1;
} else {
  await run(file);
}

async function run(path: string): Promise<void> {
  const bytes = await readBounded(path);
  const parsed = bytes && parseCatalogue(bytes);
  if (!parsed) return;
  if (!parsed.ok) return refuse(parsed.problems.map(formatProblem));
  for (const warning of listCatalogueWarnings(parsed.catalogue))
    console.warn(`Warning: ${formatProblem(warning)}`);
  await runCommand(async () => {
    const input = { catalogue: parsed.catalogue, actor: "import", now: new Date() };
    const result = await importCatalogue(db(), input);
    if (!result.ok) {
      refuse(result.problems.map(formatProblem));
      return false;
    }
    const { categories, technologies, comparisons } = result.changed;
    console.log(
      `Changed ${categories} categories, ${technologies} technologies and ${comparisons} comparisons.`,
    );
    return true;
  });
}

/** Reads no further than one byte over the limit, whatever the path leads to. */
async function readBounded(path: string): Promise<Uint8Array | null> {
  try {
    const { size } = await stat(path);
    const chunks: Uint8Array[] = [];
    if (size <= LARGEST_FILE_BYTES) {
      for await (const chunk of createReadStream(path, { end: LARGEST_FILE_BYTES })) chunks.push(chunk);
      return Buffer.concat(chunks);
    }
    refuse([`the file is over ${LARGEST_FILE_BYTES / 1024 / 1024} MB`]);
  } catch (error) {
    refuse([`cannot read ${path}: ${error instanceof Error ? error.message : "unreadable"}`]);
  }
  return null;
}

function refuse(reasons: string[]): void {
  console.error(
    `Nothing was imported. ${reasons.length === 1 ? "The reason:" : `The ${reasons.length} reasons:`}`,
  );
  for (const reason of reasons) console.error(`  ${reason}`);
  process.exitCode = 1;
}
