import { rename, rm, stat, writeFile } from "node:fs/promises";
import { LARGEST_FILE_BYTES } from "../lib/catalogue/document";
import { serialiseCatalogue } from "../lib/catalogue/file";
import { readCatalogue } from "../lib/catalogue/queries";
import { db } from "../lib/db";
import { runCommand } from "./command";

const [file, ...rest] = process.argv.slice(2);

if (file === undefined || rest.length > 0) {
  console.error("Usage: npm run export -- FILE");
  process.exitCode = 1;
} else {
  await runCommand(() => run(file));
}

async function run(path: string): Promise<boolean> {
  // The finished file takes the place of whatever has the name: a device or a folder must not go.
  const present = await stat(path).catch(() => null);
  if (present && !present.isFile()) {
    console.error(`Cannot write ${path}: it is there and is not a file`);
    return false;
  }
  const catalogue = await readCatalogue(db());
  const text = serialiseCatalogue(catalogue);
  const unfinished = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(unfinished, text);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    console.error(`Cannot write ${path}: ${error instanceof Error ? error.message : "not writable"}`);
    return false;
  }
  const { categories, technologies, comparisons } = catalogue;
  console.log(
    `Wrote ${categories.length} categories, ${technologies.length} technologies and ${comparisons.length} comparisons to ${path}.`,
  );
  if (Buffer.byteLength(text) > LARGEST_FILE_BYTES) {
    console.warn(
      `Warning: the file is over ${LARGEST_FILE_BYTES / 1024 / 1024} MB, more than an import takes.`,
    );
  }
  return true;
}
