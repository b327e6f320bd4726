import { readFileSync } from "node:fs";

/** MiB of memory that a process has in use; with those that it started, where they do its work. Linux only. */
export function residentMiB(pid: number, { children = false } = {}): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const own = Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1_024;
  if (!children) return own;
  const started = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean);
  return started.reduce((sum, child) => sum + residentMiB(Number(child)), own);
}
