import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { joinCluster } from "../lib/embedded/shares";
import { diffSchemas } from "./schema-engine";

// Writes the migration from the committed schema.prisma to the one in the work tree, to be read and completed by hand.
const [name] = process.argv.slice(2);
if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error("Usage: npm run new-migration -- NAME   (a-z, 0-9 and _)");
  process.exit(1);
}
const share = await joinCluster(process.env.DATA_DIR || ".data");
try {
  const before = execFileSync("git", ["show", "HEAD:prisma/schema.prisma"], { encoding: "utf8" });
  const after = readFileSync(new URL("./schema.prisma", import.meta.url), "utf8");
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = new URL(`./migrations/${stamp}_${name}/`, import.meta.url);
  mkdirSync(folder);
  writeFileSync(new URL("migration.sql", folder), await diffSchemas(share.url, before, after));
  console.log(fileURLToPath(folder));
} finally {
  await share.leave();
}
