import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { tryLock, waitForLock } from "./file-lock";
import { startFixture, temporaryFolder } from "./fixtures/harness";
import { currentProcess, isAlive } from "./process-identity";
import { acquireServerLock } from "./server-lock";

/** This process's pid with a start time it never had: what a reused pid looks like. */
const EARLIER = JSON.stringify({
  pid: process.pid,
  startTime: "earlier",
  startedAt: "2026-11-22T14:00:00.123Z",
});

describe("a process identity", () => {
  it("is alive for this process and dead for the same pid with another start time", () => {
    expect(isAlive(currentProcess())).toBe(true);
    expect(isAlive({ pid: process.pid, startTime: "earlier" })).toBe(false);
  });

  it("is dead for pids no process can have", () => {
    expect(isAlive({ pid: 0, startTime: "" })).toBe(false);
    expect(isAlive({ pid: -1, startTime: "" })).toBe(false);
    expect(isAlive({ pid: 2 ** 30, startTime: "" })).toBe(false);
  });
});

describe("a file lock", { timeout: 60_000 }, () => {
  it("names its holder to the next one, and is free again after release", async () => {
    const path = join(await temporaryFolder(), "x.lock");
    const first = await tryLock(path);
    expect(first.held).toBeDefined();
    expect((await tryLock(path)).holder).toMatchObject(currentProcess());
    await first.held?.release();
    const second = await tryLock(path);
    expect(second.held).toBeDefined();
    await first.held?.release();
    expect((await tryLock(path)).holder).toBeDefined();
  });

  it("is waited for until the time is over", async () => {
    const path = join(await temporaryFolder(), "x.lock");
    const first = await tryLock(path);
    expect((await waitForLock(path, 60)).holder?.pid).toBe(process.pid);
    const waiting = waitForLock(path, 10_000);
    await first.held?.release();
    expect((await waiting).held).toBeDefined();
  });

  it.each([
    ["empty", ""],
    ["not JSON", "12345\n"],
    ["of a pid now used by another process", EARLIER],
  ])("that is %s is taken over", async (_, content) => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "x.lock"), content);
    expect((await tryLock(join(folder, "x.lock"))).held).toBeDefined();
    expect(await readdir(folder)).toEqual(["x.lock"]);
  });

  it("is taken over although an earlier taker died in the act", async () => {
    const path = join(await temporaryFolder(), "x.lock");
    for (const name of [path, `${path}.steal`, `${path}.steal.steal`]) await writeFile(name, EARLIER);
    expect((await tryLock(path)).held).toBeDefined();
  });

  it("is not removed by a holder who lost it", async () => {
    const path = join(await temporaryFolder(), "x.lock");
    const { held } = await tryLock(path);
    await writeFile(path, EARLIER);
    await held?.release();
    expect(await readFile(path, "utf8")).toBe(EARLIER);
  });

  it("of a killed process goes to exactly one of twenty who try at once", async () => {
    const path = join(await temporaryFolder(), "x.lock");
    const killed = startFixture("lock-racer.ts", path);
    await killed.nextLine();
    killed.send("go");
    expect(await killed.nextLine()).toBe("won");
    await killed.kill();
    await writeFile(`${path}.steal`, EARLIER);

    const racers = Array.from({ length: 20 }, () => startFixture("lock-racer.ts", path));
    await Promise.all(racers.map((racer) => racer.nextLine()));
    for (const racer of racers) racer.send("go");
    const results = await Promise.all(racers.map((racer) => racer.nextLine()));
    expect(results.filter((result) => result === "won")).toHaveLength(1);
    expect(results.filter((result) => result === "lost")).toHaveLength(19);
  });
});

describe("the server lock", () => {
  it("tells a second server who the first is and since when", async () => {
    const dataDir = join(await temporaryFolder(), "data");
    const first = await acquireServerLock(dataDir);
    const second = await acquireServerLock(dataDir);
    expect(second.error).toMatch(
      /^Another server \(pid \d+, started \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\) is using \//,
    );
    expect(second.error).toContain(`is using ${dataDir}. Stop it, or set DATA_DIR to another folder.`);
    await first.held?.release();
    expect((await acquireServerLock(dataDir)).held).toBeDefined();
  });

  it("is taken over from a dead process whose pid is in use again", async () => {
    const dataDir = await temporaryFolder();
    await writeFile(join(dataDir, "server.lock"), EARLIER);
    expect((await acquireServerLock(dataDir)).held).toBeDefined();
  });
});
