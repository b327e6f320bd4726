import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { ROOT } from "../lib/front/build";

/** A command, and the environment in which it finds what it needs. */
export type Tool = { command: string; env: NodeJS.ProcessEnv };

/** Where packages are unpacked for those who may not install any. */
const UNPACKED = join(ROOT, "node_modules", ".cache", "nice-pick", "tools");
/** What machines that have the command's other libraries may lack. */
const PACKAGES = { nginx: ["nginx"], wrk: ["wrk", "libluajit-5.1-2"] };

/**
 * A tool from the PATH, or else Debian's: installed, where this is root, or only unpacked. Throws with what to do where
 * there is neither.
 */
export function requireTool(name: keyof typeof PACKAGES): Tool {
  const found = findTool(name);
  if (found) return found;
  console.log(`No ${name} found; fetching Debian's`);
  if (process.getuid?.() === 0) {
    run("apt-get", ["update"]);
    run("apt-get", ["install", "-y", "--no-install-recommends", ...PACKAGES[name]]);
  } else {
    mkdirSync(UNPACKED, { recursive: true });
    run("apt-get", ["download", ...PACKAGES[name]]);
    for (const file of readdirSync(UNPACKED).filter((entry) => entry.endsWith(".deb"))) {
      run("dpkg", ["-x", file, "."]);
    }
  }
  const fetched = findTool(name);
  if (fetched) return fetched;
  throw new Error(`No ${name} for the bench. Install it (Debian: apt-get install ${name}).`);
}

function findTool(name: string): Tool | null {
  const unpacked = ["usr/bin", "usr/sbin"].map((folder) => join(UNPACKED, folder));
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", ...unpacked];
  const command = folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
  return command === undefined
    ? null
    : { command, env: { ...process.env, LD_LIBRARY_PATH: listLibraries() } };
}

function listLibraries(): string {
  const root = join(UNPACKED, "usr/lib");
  const ours = existsSync(root) ? readdirSync(root).map((folder) => join(root, folder)) : [];
  return [...ours, ...(process.env.LD_LIBRARY_PATH ? [process.env.LD_LIBRARY_PATH] : [])].join(delimiter);
}

function run(command: string, args: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const cwd = existsSync(UNPACKED) ? UNPACKED : ROOT;
  spawnSync(command, args, { cwd, env, stdio: ["ignore", "ignore", "inherit"] });
}
