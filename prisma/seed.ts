import { formatProblem } from "../lib/catalogue/document";
import { importCatalogue } from "../lib/catalogue/mutations";
import { db } from "../lib/db";
import { runCommand } from "./command";
import { readStarterCatalogue } from "./starter-catalogue";

// Loads the starter content into an empty database; into any other, nothing.
await runCommand(async () => {
  if ((await db().category.count()) > 0) return true;
  const parsed = await readStarterCatalogue();
  const result = parsed.ok
    ? await importCatalogue(db(), { catalogue: parsed.catalogue, actor: "starter content", now: new Date() })
    : parsed;
  if (!result.ok) for (const problem of result.problems) console.error(formatProblem(problem));
  return result.ok;
});
