import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { testCatalogue } from "./fixtures/catalogue";

/** Adds the tests' own records through the real command, beside the running server. */
export default function setup(): void {
  const folder = process.env.E2E_DATA_DIR ?? "";
  const file = join(folder, "catalogue.json");
  writeFileSync(file, JSON.stringify(testCatalogue));
  execFileSync("npm", ["run", "--silent", "import", "--", file], {
    cwd: fileURLToPath(new URL("..", import.meta.url)),
    env: { ...process.env, DATA_DIR: join(folder, "data"), DATABASE_URL: "" },
  });
}
