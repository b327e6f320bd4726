import { access } from "node:fs/promises";
import { join } from "node:path";
import { acquireServerLock } from "../lib/embedded/server-lock";
import type { Env } from "../lib/env";
import { SECRET_FILE } from "../lib/front/site-secret";
import { BackupError } from "./backup/format";
import { checkRestorable, loadBackup } from "./backup/load";
import { countRows } from "./backup/report";
import { plainMessage, runCommand } from "./command";
import { openUnmigrated } from "./open-database";

/** No server may begin to fill an embedded database while it is restored. */
const openAlone: typeof openUnmigrated = async (env, log) => {
  if (env.DATABASE_URL !== undefined) return openUnmigrated(env, log);
  const lock = await acquireServerLock(env.DATA_DIR);
  if (!lock.held) throw new BackupError(`Nothing was restored. ${lock.error}`);
  try {
    const { url, close } = await openUnmigrated(env, log);
    return { url, close: () => close().finally(() => lock.held.release()) };
  } catch (error) {
    await lock.held.release();
    throw error;
  }
};

const [file, ...rest] = process.argv.slice(2);

if (file === undefined || rest.length > 0) {
  console.error("Usage: npm run restore -- FILE");
  process.exitCode = 1;
} else {
  await restore(file);
}

async function restore(path: string): Promise<void> {
  const begun = performance.now();
  // All of it is looked at before a database is touched, or made.
  const found = await checkRestorable(path).catch(refuse);
  if (!found) return;
  await runCommand(async (env, url) => {
    const applied = await loadBackup(url, path).catch(refuse);
    if (!applied) return false;
    const seconds = ((performance.now() - begun) / 1_000).toFixed(1);
    if (applied.length > 0) console.error(`Migrated the database: ${applied.join(", ")}`);
    console.log(`Restored ${path}, made ${found.madeAt}: ${countRows(found.rows)}, in ${seconds} s.`);
    if (await lacksSecret(env)) console.log(adviceOnSecret(env));
    return true;
  }, openAlone);
}

function refuse(error: unknown): null {
  console.error(`Nothing was restored. ${plainMessage(error)}`);
  process.exitCode = 1;
  return null;
}

async function lacksSecret({ NEXTAUTH_SECRET, DATA_DIR }: Env): Promise<boolean> {
  if (NEXTAUTH_SECRET !== undefined) return false;
  return access(join(DATA_DIR, SECRET_FILE)).then(
    () => false,
    () => true,
  );
}

/** A backup has no secrets of the site: whoever finds one can make no cookies. */
function adviceOnSecret({ DATA_DIR }: Env): string {
  return (
    `Before the first start, put the old ${SECRET_FILE} into ${DATA_DIR}, or set NEXTAUTH_SECRET to what it was. ` +
    "With a new secret all are signed out, links to previews end, and who voted or was blocked is known no more."
  );
}
