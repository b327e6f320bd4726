import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/**
 * The browser for the tests: CHROMIUM_PATH, else the one that Playwright downloaded, else one on the PATH, else
 * Debian's, installed now. (Playwright's own download is not tried: it fails on closed networks.)
 */
export function findOrInstallChromium(): string {
  const found = findChromium();
  if (found) return found;
  console.log("No Chromium found; installing Debian's");
  for (const command of [
    ["apt-get", "update"],
    ["apt-get", "install", "-y", "--no-install-recommends", "chromium"],
  ]) {
    const [name = "", ...args] = process.getuid?.() === 0 ? command : ["sudo", "-n", ...command];
    const { status } = spawnSync(name, args, { stdio: ["ignore", "ignore", "inherit"] });
    if (status !== 0) break;
  }
  const installed = findChromium();
  if (installed) return installed;
  throw new Error(
    "No Chromium for the browser tests. Install it (Debian: apt-get install chromium), or name one in CHROMIUM_PATH.",
  );
}

function findChromium(): string | null {
  const onPath = (process.env.PATH ?? "")
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const candidates = [process.env.CHROMIUM_PATH, chromium.executablePath(), ...onPath];
  return (
    candidates.find((path): path is string => path !== undefined && path !== "" && isExecutable(path)) ?? null
  );
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
