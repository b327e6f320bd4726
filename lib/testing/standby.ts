import { chmod, chown, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { requireAccount } from "../embedded/account";
import { runCommand } from "../embedded/command";
import { joinCluster, type Share } from "../embedded/shares";
import { query } from "./signed-in";

/** A PostgreSQL and a second one that follows it, as a provider's read replica does. */
export type Replicated = {
  primary: Share;
  standby: Standby;
  /**
   * The standby takes the primary's place, without what that is given last: `meanwhile`. Then the former primary is started
   * as a standby that follows nobody. Returns its address.
   */
  failOver(meanwhile: () => Promise<unknown>): Promise<string>;
  remove(): Promise<void>;
};

export type Standby = {
  /** Of the same database; another one each time that it is started again. */
  readonly url: string;
  stop(): Promise<void>;
  start(): Promise<void>;
  /** What the primary does from now on is received, and not shown until `resume`. */
  pause(): Promise<void>;
  resume(): Promise<void>;
};

const EPHEMERAL = { ephemeral: true };

/**
 * Starts both. `fill` is given the primary's database before it is copied. The copy is of a server that is stopped: that
 * needs none of PostgreSQL's programs for it, which the packages do not have.
 */
export async function startReplicated(fill: (url: string) => Promise<unknown>): Promise<Replicated> {
  const folder = await mkdtemp(join(tmpdir(), "nicepick-replica-"));
  // PostgreSQL's own user must get in, where the tests run as root.
  await chmod(folder, 0o755);
  const [one, two] = [join(folder, "primary"), join(folder, "standby")];
  const first = await joinCluster(one, EPHEMERAL);
  try {
    await fill(first.url);
  } finally {
    await first.leave();
  }
  const { code, output } = await runCommand("cp", ["-a", one, two]);
  if (code !== 0) throw new Error(`cp: ${output}`);
  const primary = await joinCluster(one, EPHEMERAL);
  await follow(join(two, "postgres"), addressOf(primary.url));
  const standby = await runStandby(two);
  let former: Share | undefined;
  const failOver = async (meanwhile: () => Promise<unknown>) => {
    await query(standby.url, "ALTER SYSTEM SET primary_conninfo = ''");
    await query(standby.url, "SELECT pg_reload_conf()");
    await untilTrue(standby.url, "SELECT NOT EXISTS (SELECT 1 FROM pg_stat_wal_receiver) AS yes");
    await meanwhile();
    await query(standby.url, "SELECT pg_promote()");
    await primary.leave();
    await follow(join(one, "postgres"), "");
    former = await joinCluster(one, EPHEMERAL);
    return former.url;
  };
  const remove = async () => {
    await standby.stop();
    await (former ?? primary).leave();
    await rm(folder, { recursive: true, force: true });
  };
  return { primary, standby, failOver, remove };
}

function addressOf(url: string): string {
  const { hostname, port, username, password } = new URL(url);
  return `host=${hostname} port=${port} user=${username} password=${password}`;
}

/** Makes a server that is stopped a standby; `primary` as in `primary_conninfo`. */
async function follow(data: string, primary: string): Promise<void> {
  const files = { "standby.signal": "", "postgresql.auto.conf": `primary_conninfo = '${primary}'\n` };
  const account = await requireAccount(data);
  for (const [name, content] of Object.entries(files)) {
    const path = join(data, name);
    await writeFile(path, content, { mode: 0o600 });
    if (account) await chown(path, account.uid, account.gid);
  }
}

async function runStandby(dataDir: string): Promise<Standby> {
  let share: Share | undefined = await joinCluster(dataDir, EPHEMERAL);
  let { url } = share;
  return {
    get url() {
      return url;
    },
    stop: async () => {
      await share?.leave();
      share = undefined;
    },
    start: async () => {
      share ??= await joinCluster(dataDir, EPHEMERAL);
      url = share.url;
    },
    pause: async () => {
      await query(url, "SELECT pg_wal_replay_pause()");
      await untilTrue(url, "SELECT pg_get_wal_replay_pause_state() = 'paused' AS yes");
    },
    resume: async () => {
      await query(url, "SELECT pg_wal_replay_resume()");
    },
  };
}

async function untilTrue(url: string, sql: string): Promise<void> {
  for (let is = false; !is; ) {
    const [row] = await query<{ yes: boolean }>(url, sql);
    is = row?.yes ?? false;
  }
}
