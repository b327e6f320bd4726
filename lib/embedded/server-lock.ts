import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { withPlainErrors } from "./errors";
import { type HeldLock, tryLock } from "./file-lock";

export type ServerLockAttempt = { held: HeldLock; error?: never } | { held?: never; error: string };

/** One serving process a data directory. Throws EmbeddedPostgresError when the directory cannot be written. */
export async function acquireServerLock(dataDir: string): Promise<ServerLockAttempt> {
  const directory = resolve(dataDir);
  return withPlainErrors(directory, async () => {
    await mkdir(directory, { recursive: true });
    const { held, holder } = await tryLock(join(directory, "server.lock"));
    if (held) return { held };
    const since = holder.startedAt.replace(/\.\d+Z$/, "Z");
    return {
      error:
        `Another server (pid ${holder.pid}, started ${since}) is using ${directory}. ` +
        "Stop it, or set DATA_DIR to another folder.",
    };
  });
}
