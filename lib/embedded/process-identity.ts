import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename } from "node:path";

/** A pid alone is reused after a while; together with the time its process started it is unique. */
export type ProcessIdentity = { pid: number; startTime: string };

type ProcessState = { startTime: string; dead: boolean };

const UNKNOWN_START = "unknown";

let own: ProcessIdentity | undefined;

export function currentProcess(): ProcessIdentity {
  own ??= { pid: process.pid, startTime: findState(process.pid)?.startTime ?? UNKNOWN_START };
  return own;
}

export function isAlive(identity: ProcessIdentity): boolean {
  if (!isRunning(identity.pid)) return false;
  const state = findState(identity.pid);
  // A pid that exists but shows no start time (hidden /proc, Windows) gets the benefit of the doubt.
  return state === undefined || state.startTime === identity.startTime;
}

/** Whether any process has this pid; a zombie only waits to be collected and does not count. */
export function isRunning(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    const mayNotSignal = error instanceof Error && "code" in error && error.code === "EPERM";
    if (!mayNotSignal) return false;
  }
  return findState(pid)?.dead !== true;
}

/** The program's file name, or null where the platform does not tell. */
export function findProgramName(pid: number): string | null {
  const name = process.platform === "linux" ? readOrNull(`/proc/${pid}/comm`) : null;
  const answer = name ?? askPs(pid, "comm=");
  return answer ? basename(answer.trim()) : null;
}

export function isProcessIdentity(value: unknown): value is ProcessIdentity {
  if (typeof value !== "object" || value === null) return false;
  const { pid, startTime } = value as Partial<Record<keyof ProcessIdentity, unknown>>;
  return typeof pid === "number" && typeof startTime === "string";
}

function findState(pid: number): ProcessState | undefined {
  return (process.platform === "linux" ? stateFromProc(pid) : undefined) ?? stateFromPs(pid);
}

/** proc_pid_stat(5): field 3 is the state, field 22 the start in clock ticks since boot, hence the boot id. */
function stateFromProc(pid: number): ProcessState | undefined {
  const stat = readOrNull(`/proc/${pid}/stat`);
  const bootId = readOrNull("/proc/sys/kernel/random/boot_id");
  if (!stat || !bootId) return undefined;
  // Field 2 is the program's name in parentheses and may itself hold spaces and parentheses.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const [state, ticks] = [fields[0], fields[19]];
  if (!state || !ticks) return undefined;
  return { startTime: `${bootId.trim()}:${ticks}`, dead: /[ZXx]/.test(state) };
}

function stateFromPs(pid: number): ProcessState | undefined {
  const answer = askPs(pid, "stat=", "lstart=")?.trim();
  const parts = answer?.match(/^(\S+)\s+(.+)$/);
  if (!parts?.[1] || !parts[2]) return undefined;
  return { startTime: parts[2], dead: parts[1].startsWith("Z") };
}

function askPs(pid: number, ...columns: string[]): string | null {
  if (process.platform === "win32") return null;
  try {
    return execFileSync("ps", [...columns.flatMap((column) => ["-o", column]), "-p", String(pid)], {
      encoding: "utf8",
      // lstart is printed in the reader's language and time zone; two readers must get the same text.
      env: { ...process.env, LC_ALL: "C", TZ: "UTC" },
      stdio: ["ignore", "pipe", "ignore"],
    });
  } catch {
    return null;
  }
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
