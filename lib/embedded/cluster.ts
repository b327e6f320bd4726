import { join } from "node:path";
import { requireAccount } from "./account";
import { prepareBinaries } from "./binaries";
import { EmbeddedPostgresError } from "./errors";
import { findDataVersion, SYSTEM_FOLDER, settleHome } from "./home";
import { createData, removeUnfinished } from "./initdb";
import { findSettings } from "./settings";
import type { Cluster, ClusterOptions } from "./types";

/** Finds the cluster of a data directory, or creates it; it need not run afterwards. Only under the mutex. */
export async function openCluster(dataDir: string, options: ClusterOptions): Promise<Cluster> {
  const saved = await findSettings(dataDir);
  const account = await requireAccount(join(saved?.home ?? dataDir, "postgres"));
  const settings = await settleHome(dataDir, saved, account);
  const home = settings.home ?? dataDir;
  if (settings.home) options.log(`The database of ${dataDir} is kept in ${home}`);

  const binaries = await prepareBinaries(account, account ? SYSTEM_FOLDER : dataDir, options.log);
  const cluster = {
    data: join(home, "postgres"),
    log: join(home, "postgres.log"),
    settings,
    binaries,
    account,
  };
  refuseShellCharacters(cluster.data);
  refuseShellCharacters(binaries.postgres);

  await removeUnfinished(home);
  const major = await findDataVersion(cluster.data);
  if (major !== null) refuseOtherMajor(cluster, major);
  else {
    options.log(`Creating a PostgreSQL ${binaries.version} database in ${cluster.data}`);
    await createData(cluster, options.ephemeral);
  }
  return cluster;
}

function refuseOtherMajor({ data, binaries }: Cluster, found: string): void {
  const [bundled] = binaries.version.split(".");
  if (found === bundled) return;
  throw new EmbeddedPostgresError(
    `${data} was written by PostgreSQL ${found}, and this version runs PostgreSQL ${bundled}.\n` +
      `Dump it with PostgreSQL ${found} (pg_dump) and load the dump into a new folder, or move the folder away.`,
  );
}

/** pg_ctl hands these paths to a shell between double quotes, where such characters would still be understood. */
function refuseShellCharacters(path: string): void {
  if (process.platform === "win32" || !/["$`\\\n]/.test(path)) return;
  throw new EmbeddedPostgresError(
    `The embedded PostgreSQL cannot run from ${JSON.stringify(path)}: its path holds one of " $ \` \\.\nUse another folder.`,
  );
}
