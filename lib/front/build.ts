import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { access, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { waitForLock } from "../embedded/file-lock";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const STAMP = join(ROOT, ".next", "built-from");
const LOCK = join(ROOT, "node_modules", ".cache", "nice-pick", "build.lock");
const LOCK_WAIT_MS = 10 * 60_000;

/** What a build is made from: when any of it changes, so does the build. */
const INPUTS = [
  "app",
  "components",
  "lib",
  "prisma/schema.prisma",
  "package-lock.json",
  "next.config.js",
  "postcss.config.mjs",
  "instrumentation.ts",
  "proxy.ts",
  "tsconfig.json",
];

/** Builds the site unless it is built already from the files as they are. Two starts at once build once. */
export async function buildIfNeeded(log: (line: string) => void): Promise<void> {
  const inputs = await hashInputs();
  if (await isBuiltFrom(inputs)) return;
  await mkdir(join(LOCK, ".."), { recursive: true });
  const { held } = await waitForLock(LOCK, LOCK_WAIT_MS);
  if (!held) throw new Error("Another process has been building the site for more than ten minutes.");
  try {
    if (await isBuiltFrom(inputs)) return;
    log("Building the site (once, until its files change)");
    await run(["--import", "tsx", join(ROOT, "prisma", "generate.ts")]);
    await build(log);
    await writeFile(STAMP, inputs);
  } finally {
    await held.release();
  }
}

/** A worker of the build's that was ended by a signal (no memory, a crash in native code) is no fault of the files. */
async function build(log: (line: string) => void): Promise<void> {
  const args = [createRequire(import.meta.url).resolve("next/dist/bin/next"), "build"];
  try {
    await run(args);
  } catch (error) {
    if (!/signal: SIG/.test(String(error))) throw error;
    log("The build was ended by a signal; building once more");
    await run(args);
  }
}

async function isBuiltFrom(inputs: string): Promise<boolean> {
  try {
    await access(join(ROOT, ".next", "BUILD_ID"));
    return (await readFile(STAMP, "utf8")) === inputs;
  } catch {
    return false;
  }
}

async function hashInputs(): Promise<string> {
  const hash = createHash("sha256");
  for (const input of INPUTS) {
    for (const file of await listFiles(join(ROOT, input))) hash.update(file).update(await readFile(file));
  }
  return hash.digest("hex");
}

async function listFiles(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch(() => null);
  if (!entries) return [path];
  const files = entries.filter((entry) => entry.isFile() && !entry.name.includes(".test."));
  return files.map((entry) => join(entry.parentPath, entry.name)).sort();
}

/** Runs Node on a script of ours, and returns what it printed; the errors are shown only when it fails. */
export async function run(args: string[], env: NodeJS.ProcessEnv = process.env): Promise<string> {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...env, NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  let output = "";
  child.stdout.on("data", (chunk) => {
    printed += chunk;
    output += chunk;
  });
  child.stderr.on("data", (chunk) => (output += chunk));
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code !== 0) throw new Error(`${args.at(-2)} ${args.at(-1)} failed:\n${output}`);
  return printed;
}
