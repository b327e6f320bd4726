import { randomBytes } from "node:crypto";
import { link, readFile, rm, writeFile } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import { hasCode } from "./errors";
import { currentProcess, isAlive, isProcessIdentity, type ProcessIdentity } from "./process-identity";

/** startedAt: when the lock was taken, ISO 8601. */
export type LockHolder = ProcessIdentity & { startedAt: string };

/** release() may be called twice, and never removes a lock that is no longer ours. */
export type HeldLock = { release(): Promise<void> };

export type LockAttempt = { held: HeldLock; holder?: never } | { held?: never; holder: LockHolder };

const POLL_MS = 25;

/**
 * Takes the lock, or tells who has it. The lock of a dead process is taken over: removing it happens under a
 * second lock of the same kind (`path.steal`), so of many takers exactly one removes it, and none can remove the
 * lock of the taker who came first. A taker killed in the act leaves a dead `path.steal`, taken over likewise.
 */
export async function tryLock(path: string): Promise<LockAttempt> {
  for (;;) {
    const content = await readIfPresent(path);
    if (content === null) {
      const held = await createLock(path);
      if (held) return { held };
      continue;
    }
    const holder = parseHolder(content);
    if (holder && isAlive(holder)) return { holder };
    const guard = await tryLock(`${path}.steal`);
    if (!guard.held) return { holder: guard.holder };
    try {
      if ((await readIfPresent(path)) === content) await rm(path, { force: true });
    } finally {
      await guard.held.release();
    }
  }
}

/** Like tryLock, but asks again until the time is over; then it names the holder. */
export async function waitForLock(path: string, timeoutMs: number): Promise<LockAttempt> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const attempt = await tryLock(path);
    if (attempt.held || Date.now() >= deadline) return attempt;
    await delay(POLL_MS + Math.random() * POLL_MS);
  }
}

/** Linking a finished file to the name is exclusive like O_EXCL, and never shows a lock without its content. */
async function createLock(path: string): Promise<HeldLock | null> {
  const content = JSON.stringify({ ...currentProcess(), startedAt: new Date().toISOString() });
  const draft = `${path}.${process.pid}-${randomBytes(6).toString("hex")}`;
  await writeFile(draft, content, { flag: "wx" });
  try {
    await link(draft, path);
  } catch (error) {
    if (hasCode(error, "EEXIST")) return null;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
  let released = false;
  return {
    async release() {
      if (released) return;
      released = true;
      if ((await readIfPresent(path)) === content) await rm(path, { force: true });
    },
  };
}

/** Null when the file is empty or damaged: it names nobody who could still be alive. */
function parseHolder(content: string): LockHolder | null {
  try {
    const value: unknown = JSON.parse(content);
    if (!isProcessIdentity(value)) return null;
    const startedAt = "startedAt" in value ? String(value.startedAt) : "an unknown time";
    return { pid: value.pid, startTime: value.startTime, startedAt };
  } catch {
    return null;
  }
}

async function readIfPresent(path: string): Promise<string | null> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (hasCode(error, "ENOENT")) return null;
    throw error;
  }
}
