import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it, onTestFinished } from "vitest";
import { runScript } from "./fixtures/run-script";

const STARTER = fileURLToPath(new URL("./catalogue/", import.meta.url));

async function changed(file: string, change: (text: string) => string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "nicepick-content-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await cp(STARTER, folder, { recursive: true });
  await writeFile(join(folder, file), change(await readFile(join(folder, file), "utf8")));
  return folder;
}

it("finds nothing in the starter catalogue, and says how much it read", async () => {
  const { code, stdout, stderr } = await runScript("lint-content", [], {});
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/^category +technologies +adopt/);
  expect(stdout).toMatch(/files read, \d{5} pages composed: 0 findings, \d+ hints/);
});

it("names a finding by file and path, and fails", async () => {
  const file = "technologies/databases.json";
  const folder = await changed(file, (text) => text.replace(/"tagline": "/, "$&A robust thing, "));
  const { code, stderr } = await runScript("lint-content", [folder], {});
  expect(code).toBe(1);
  expect(stderr).toMatch(new RegExp(`${file}: [a-z-]+\\.tagline: says "robust"`));
});

it.each([
  ["is not JSON", (text: string) => text.slice(0, -10), "the file is not JSON"],
  [
    "has a field nobody knows",
    (text: string) => text.replace('"kind"', '"sort"'),
    "technologies[0].sort: is not a field",
  ],
])("names a file that %s", async (_, change, message) => {
  const folder = await changed("technologies/caches.json", change);
  const { code, stderr } = await runScript("lint-content", [folder], {});
  expect(code).toBe(1);
  expect(stderr).toContain(`technologies/caches.json: ${message}`);
});
