import { spawn } from "node:child_process";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { buildIfNeeded } from "../front/build";
import { findOrInstallChromium } from "./chromium";
import { findFreePort } from "./free-port";

// `npm test`: everything there is to check, in the order in which a fault shows soonest. A check counts as one test,
// a skipped test as a failed one. What failed is named once more at the end, since a log is often cut to its end.

type Count = { passed: number; failed: number };
type Suite = { file: string; specs: { title: string; ok: boolean }[]; suites?: Suite[] };

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const require = createRequire(import.meta.url);
/** Far fewer modules than there are means that the boundaries were checked on nothing. */
const FEWEST_MODULES = 150;

const reports = await mkdtemp(join(tmpdir(), "nicepick-reports-"));
// PostgreSQL's own user must get through, where the tests run as root.
await chmod(reports, 0o755);
let total: Count = { passed: 0, failed: 0 };
const faults: string[] = [];
try {
  await count("lint", () => check(bin("@biomejs/biome", "biome"), ["ci", "."]));
  await count("build", () => build());
  await count("types", () => check(bin("typescript", "tsc"), ["--noEmit", "--incremental", "false"]));
  await count("boundaries", checkBoundaries);
  await count("content", () => check("--import", ["tsx", join(ROOT, "prisma/lint-content.ts")]));
  await count("unit and database tests", runVitest);
  await count("browser tests", runPlaywright);
} finally {
  await rm(reports, { recursive: true, force: true });
}
for (const fault of faults) console.log(fault);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

async function count(name: string, work: () => Promise<Count>): Promise<void> {
  console.log(`\n# ${name}`);
  const result = await work().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  });
  if (result.failed > 0) faults.push(`failed: ${name}, ${result.failed}`);
  console.log(`# ${name}: ${result.failed === 0 ? "ok" : `${result.failed} failed`}`);
  total = { passed: total.passed + result.passed, failed: total.failed + result.failed };
}

async function check(script: string, args: string[]): Promise<Count> {
  return (await run(script, args)).code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function build(): Promise<Count> {
  await buildIfNeeded(console.log);
  return { passed: 1, failed: 0 };
}

async function checkBoundaries(): Promise<Count> {
  const folders = ["app", "components", "lib", "prisma", "e2e", "bench", "instrumentation.ts", "proxy.ts"];
  const script = join(ROOT, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const { code, output } = await run(script, ["--config", ".dependency-cruiser.cjs", ...folders]);
  const modules = Number(/(\d+) modules/.exec(output)?.[1] ?? 0);
  if (modules < FEWEST_MODULES)
    console.error(`Only ${modules} modules were looked at, not ${FEWEST_MODULES} or more.`);
  return code === 0 && modules >= FEWEST_MODULES ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function runVitest(): Promise<Count> {
  const report = join(reports, "vitest.json");
  const config = join(ROOT, "lib/testing/vitest.config.ts");
  const { code } = await run(join(require.resolve("vitest/package.json"), "../vitest.mjs"), [
    "run",
    ...["--config", config, "--reporter", "default", "--reporter", "json", "--outputFile.json", report],
  ]);
  const { numPassedTests, numTotalTests, testResults } = JSON.parse(await readFile(report, "utf8"));
  for (const { name, message, assertionResults } of testResults) {
    if (message) faults.push(`${relative(ROOT, name)}: ${message.slice(0, 2_000)}`);
    for (const { fullName, status, failureMessages } of assertionResults) {
      if (status === "passed") continue;
      faults.push(`${relative(ROOT, name)}: ${fullName}\n  ${failureMessages.join("\n").slice(0, 2_000)}`);
    }
  }
  return withExitCode({ passed: numPassedTests, failed: numTotalTests - numPassedTests }, code);
}

async function runPlaywright(): Promise<Count> {
  const report = join(reports, "playwright.json");
  const { code } = await run(
    join(require.resolve("@playwright/test/package.json"), "../cli.js"),
    ["test", "--config", "e2e/playwright.config.ts", "--reporter", "list,json"],
    {
      CHROMIUM_PATH: findOrInstallChromium(),
      E2E_PORT: String(await findFreePort()),
      E2E_DATA_DIR: await mkdtemp(join(reports, "e2e-")),
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    },
  );
  const { suites, stats } = JSON.parse(await readFile(report, "utf8"));
  faults.push(...suites.flatMap(failedSpecs));
  const { expected, unexpected, flaky, skipped } = stats;
  return withExitCode({ passed: expected, failed: unexpected + flaky + skipped }, code);
}

function failedSpecs(suite: Suite): string[] {
  const own = suite.specs.filter(({ ok }) => !ok).map(({ title }) => `e2e/${suite.file}: ${title}`);
  return [...own, ...(suite.suites ?? []).flatMap(failedSpecs)];
}

/** A runner that failed outside its tests has failed all the same. */
function withExitCode({ passed, failed }: Count, code: number): Count {
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

function bin(packageName: string, name: string): string {
  const manifest = require.resolve(`${packageName}/package.json`);
  return join(manifest, "..", require(manifest).bin[name]);
}

async function run(script: string, args: string[], env = {}): Promise<{ code: number; output: string }> {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk;
    process.stdout.write(chunk);
  });
  const code = await new Promise<number>((resolve) => child.once("close", (status) => resolve(status ?? 1)));
  return { code, output };
}
