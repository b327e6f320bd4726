import { randomBytes } from "node:crypto";
import { chown, mkdir, readdir, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { runCommand } from "./command";
import { diskFull, EmbeddedPostgresError, hasCode } from "./errors";
import type { Cluster } from "./types";

const UNFINISHED = "postgres.new-";

/**
 * Creates the cluster's data. initdb works in a folder of another name, which becomes `postgres` when it is
 * complete: a kill at any moment leaves nothing half made under that name.
 */
export async function createData(cluster: Cluster, ephemeral: boolean): Promise<void> {
  const { data, settings, account } = cluster;
  const home = dirname(data);
  await removeEmptyFolder(data);
  const unfinished = join(home, UNFINISHED + randomBytes(6).toString("hex"));
  const passwordFile = `${unfinished}.password`;
  try {
    await mkdir(unfinished, { mode: 0o700 });
    await writeFile(passwordFile, settings.password, { mode: 0o600, flag: "wx" });
    if (account) {
      await chown(unfinished, account.uid, account.gid);
      await chown(passwordFile, account.uid, account.gid);
    }
    await initialise(cluster, unfinished, passwordFile, ephemeral);
    await rename(unfinished, data);
  } finally {
    await removeUnfinished(home);
  }
}

/** What killed processes left behind. Only under the mutex: nobody else creates data then. */
export async function removeUnfinished(home: string): Promise<void> {
  const names = await readdir(home);
  for (const name of names.filter((each) => each.startsWith(UNFINISHED))) {
    // An initdb that outlived its killed starter may still be adding files, hence the retries.
    await rm(join(home, name), { recursive: true, force: true, maxRetries: 5 });
  }
}

async function initialise(cluster: Cluster, folder: string, passwordFile: string, ephemeral: boolean) {
  const { binaries, account, data } = cluster;
  const flags = [
    `--pgdata=${folder}`,
    "--username=postgres",
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--no-instructions",
    ...localeFlags(),
    ...(ephemeral ? ["--no-sync"] : []),
  ];
  const { code, output } = await runCommand(binaries.initdb, flags, account);
  if (code === 0) return;
  if (output.includes("No space left on device")) throw diskFull(dirname(data));
  throw new EmbeddedPostgresError(`PostgreSQL could not create its data in ${data}:\n${output}`);
}

/** The C library's C.UTF-8 where it is known to exist, else PostgreSQL's own locale of the same name. */
function localeFlags(): string[] {
  if (process.platform === "linux") return ["--locale=C.UTF-8"];
  return ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
}

async function removeEmptyFolder(data: string): Promise<void> {
  try {
    await rmdir(data);
  } catch (error) {
    if (hasCode(error, "ENOENT")) return;
    if (!hasCode(error, "ENOTEMPTY", "EEXIST", "ENOTDIR")) throw error;
    throw new EmbeddedPostgresError(
      `${data} exists but holds no PostgreSQL data.\nMove it away, or set DATA_DIR to another folder.`,
    );
  }
}
