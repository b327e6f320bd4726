import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { formatProblem, type Problem } from "../lib/catalogue/document";
import { formatCoverage } from "../lib/content-lint/coverage";
import { lintContent } from "../lib/content-lint/lint";
import { readStarterFiles } from "./starter-catalogue";

// `npm run lint:content -- [FOLDER] [--hints]`: reads the starter catalogue, or another folder of its layout, as an
// editor would, and every page that it makes. Ends with 1 when there is something to mend; hints are no reason for that.

const ICONS = fileURLToPath(new URL("../node_modules/simple-icons/icons/", import.meta.url));

const { values, positionals } = parseArgs({
  options: { hints: { type: "boolean", default: false } },
  allowPositionals: true,
});
const folder = positionals[0] ?? "prisma/catalogue";
const { files, problems } = await readStarterFiles(folder);
const logos = new Set((await readdir(ICONS)).map((name) => name.replace(/\.svg$/, "")));
const { findings, hints, pages, coverage } = lintContent(files, logos);

console.log(formatCoverage(coverage));
if (values.hints) for (const hint of hints) console.log(`Hint: ${inFile(hint)}`);
const refused = [...problems, ...findings];
for (const finding of refused) console.error(inFile(finding));
console.log(
  `${files.length} files read, ${pages} pages composed: ${refused.length} findings, ${hints.length} hints${values.hints ? "" : " (--hints shows them)"}`,
);
process.exitCode = refused.length === 0 ? 0 : 1;

function inFile({ file, ...problem }: Problem & { file: string }): string {
  return `${join(folder, file)}: ${formatProblem(problem)}`;
}
