import { hasCluster } from "../lib/embedded/home";
import { BackupError } from "./backup/format";
import { countRows, sizeOf } from "./backup/report";
import { writeBackup } from "./backup/write";
import { runCommand } from "./command";
import { openUnmigrated } from "./open-database";

/** The database as it is: a backup is what one makes before an update migrates it. */
const openPresent: typeof openUnmigrated = async (env, log) => {
  if (env.DATABASE_URL === undefined && !(await hasCluster(env.DATA_DIR))) {
    throw new BackupError(`There is nothing to back up: ${env.DATA_DIR} has no database. Is DATA_DIR right?`);
  }
  return openUnmigrated(env, log);
};

const [file, ...rest] = process.argv.slice(2);

if (file === undefined || rest.length > 0) {
  console.error("Usage: npm run backup -- FILE");
  process.exitCode = 1;
} else {
  await runCommand((_env, url) => run(url, file), openPresent);
}

async function run(url: string, path: string): Promise<boolean> {
  const begun = performance.now();
  const { rows, bytes, foreign } = await writeBackup(url, path);
  const seconds = ((performance.now() - begun) / 1_000).toFixed(1);
  for (const name of foreign) console.warn(`Left out: the table ${name}, which Nice Pick has not made.`);
  console.log(`Wrote ${path}: ${countRows(rows)}, ${sizeOf(bytes)}, in ${seconds} s; read again, and whole.`);
  return true;
}
