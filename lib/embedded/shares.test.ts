import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { ask, killServer, readSettings, serverPid, startFixture, temporaryDataDir } from "./fixtures/harness";
import { joinCluster } from "./shares";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 30_000 });

const ephemeral = { ephemeral: true };

async function joinedFixture(dataDir: string) {
  const fixture = startFixture("share-holder.ts", dataDir);
  const { url, directory }: { url: string; directory: string } = JSON.parse(await fixture.nextLine());
  const leave = async () => {
    fixture.send("leave");
    expect(await fixture.nextLine()).toBe("left");
  };
  return { ...fixture, url, directory, leave };
}

describe("sharing one PostgreSQL", () => {
  it("starts with the first share, stops with the last, and keeps the data", async () => {
    const dataDir = await temporaryDataDir();
    const first = await joinCluster(dataDir);
    const second = await joinCluster(dataDir);
    expect(second.url).toBe(first.url);
    expect(await ask(first.url, "SELECT current_database() || current_setting('fsync')")).toBe("nicepickon");
    await ask(first.url, "CREATE TABLE kept AS SELECT 42 AS n");
    await Promise.all([first.leave(), first.leave()]);
    expect(await ask(second.url, "SELECT n FROM kept")).toBe(42);
    await second.leave();
    expect(await serverPid(first.directory)).toBeNull();
    expect((await readdir(dataDir)).sort()).toEqual(["postgres", "postgres.json", "postgres.log", "shares"]);
    expect(await readdir(join(dataDir, "shares"))).toEqual([]);

    const later = await joinCluster(dataDir);
    expect(await ask(later.url, "SELECT n FROM kept")).toBe(42);
    await later.leave();
  });

  it("keeps port and password to the owner, listens on 127.0.0.1 alone and wants the password", async () => {
    const dataDir = await temporaryDataDir();
    const share = await joinCluster(dataDir, ephemeral);
    expect((await stat(join(dataDir, "postgres.json"))).mode & 0o777).toBe(0o600);
    const { password, port } = await readSettings(dataDir);
    expect(share.url).toBe(`postgresql://postgres:${password}@127.0.0.1:${port}/nicepick`);
    expect(await ask(share.url, "SHOW listen_addresses")).toBe("127.0.0.1");
    expect(await ask(share.url, "SHOW unix_socket_directories")).toBe("");
    const wrong = share.url.replace(password, "wrong");
    await expect(ask(wrong, "SELECT 1")).rejects.toMatchObject({ code: "28P01" });
    await share.leave();
  });

  it("lets processes that join at once share one server, and the last one out stops it", async () => {
    const dataDir = await temporaryDataDir();
    const [one, two] = await Promise.all([joinedFixture(dataDir), joinedFixture(dataDir)]);
    expect(two.url).toBe(one.url);
    const pid = await serverPid(one.directory);
    expect(pid).not.toBeNull();
    await one.leave();
    expect(await serverPid(two.directory)).toBe(pid);
    await two.leave();
    expect(await serverPid(two.directory)).toBeNull();
  });
});

describe("after kill -9", () => {
  it("of the starter, the next one adopts the server and on leaving stops it", async () => {
    const dataDir = await temporaryDataDir();
    const starter = await joinedFixture(dataDir);
    const pid = await serverPid(starter.directory);
    await starter.kill();
    const share = await joinCluster(dataDir, ephemeral);
    expect(share.url).toBe(starter.url);
    expect(await serverPid(share.directory)).toBe(pid);
    await share.leave();
    expect(await serverPid(share.directory)).toBeNull();
  });

  it("of the starter in the middle of initdb, the next one begins anew and removes the rest", async () => {
    const dataDir = await temporaryDataDir();
    const starter = startFixture("share-holder.ts", dataDir);
    const listUnfinished = async () =>
      (await readdir(dataDir)).filter((name) => name.startsWith("postgres.new-"));
    await vi.waitFor(async () => expect(await listUnfinished()).not.toEqual([]), {
      timeout: 20_000,
      interval: 10,
    });
    await starter.kill();
    const share = await joinCluster(dataDir, ephemeral);
    expect(await ask(share.url, "SELECT 1")).toBe(1);
    expect(await listUnfinished()).toEqual([]);
    await share.leave();
  });

  it("of the server, a new one starts on the same port with the data intact", async () => {
    const dataDir = await temporaryDataDir();
    const holder = await joinCluster(dataDir);
    await ask(holder.url, "CREATE TABLE kept AS SELECT 42 AS n");
    await killServer(holder.directory);
    const share = await joinCluster(dataDir);
    expect(share.url).toBe(holder.url);
    expect(await ask(holder.url, "SELECT n FROM kept")).toBe(42);
    await share.leave();
    await holder.leave();
    expect(await serverPid(share.directory)).toBeNull();
  });

  it("of the server, a new one takes another port when somebody has the old one", async () => {
    const dataDir = await temporaryDataDir();
    const holder = await joinCluster(dataDir, ephemeral);
    const { port } = await readSettings(dataDir);
    await killServer(holder.directory);
    const squatter = createServer();
    await new Promise<void>((listening) => squatter.listen(port, "127.0.0.1", listening));
    onTestFinished(() => void squatter.close());
    const share = await joinCluster(dataDir, ephemeral);
    expect((await readSettings(dataDir)).port).not.toBe(port);
    expect(await ask(share.url, "SELECT 1")).toBe(1);
    await share.leave();
    await holder.leave();
  });

  it("a pid file that names another program is ignored, and the program left alone", async () => {
    const dataDir = await temporaryDataDir();
    const first = await joinCluster(dataDir, ephemeral);
    const pidFile = join(first.directory, "postmaster.pid");
    const content = await readFile(pidFile, "utf8");
    await killServer(first.directory);
    await writeFile(pidFile, content.replace(/^\d+/, String(process.pid)));
    const share = await joinCluster(dataDir, ephemeral);
    expect(await ask(share.url, "SELECT 1")).toBe(1);
    await killServer(first.directory);
    await writeFile(pidFile, content.replace(/^\d+/, String(process.pid)));
    await share.leave();
    await first.leave();
  });

  it("the shares of the dead do not keep the server running", async () => {
    const dataDir = await temporaryDataDir();
    const share = await joinCluster(dataDir, ephemeral);
    const dead = JSON.stringify({ pid: process.pid, startTime: "earlier" });
    await writeFile(join(dataDir, "shares", "1-dead.json"), dead);
    await writeFile(join(dataDir, "shares", "2-damaged.json"), "");
    await share.leave();
    expect(await serverPid(share.directory)).toBeNull();
  });
});

describe("what cannot be used is explained", () => {
  it("data of another PostgreSQL major", async () => {
    const dataDir = await temporaryDataDir();
    await mkdir(join(dataDir, "postgres"), { recursive: true });
    await writeFile(join(dataDir, "postgres", "PG_VERSION"), "12\n");
    await writeFile(join(dataDir, "postgres.json"), JSON.stringify({ password: "secret" }));
    await expect(joinCluster(dataDir)).rejects.toMatchObject({
      name: "EmbeddedPostgresError",
      message: expect.stringMatching(
        /written by PostgreSQL 12, and this version runs PostgreSQL 18.\nDump it/,
      ),
    });
  });

  it("data without its password", async () => {
    const dataDir = await temporaryDataDir();
    await mkdir(join(dataDir, "postgres"), { recursive: true });
    await writeFile(join(dataDir, "postgres", "PG_VERSION"), "18\n");
    await expect(joinCluster(dataDir)).rejects.toThrow("postgres.json with its password is missing");
    await writeFile(join(dataDir, "postgres.json"), "{");
    await expect(joinCluster(dataDir)).rejects.toThrow("postgres.json is damaged");
  });

  it("a folder that holds something else", async () => {
    const dataDir = await temporaryDataDir();
    await mkdir(join(dataDir, "postgres"), { recursive: true });
    await writeFile(join(dataDir, "postgres", "notes.txt"), "");
    await expect(joinCluster(dataDir)).rejects.toThrow("exists but holds no PostgreSQL data");
  });

  it("a server that does not start, with the end of its log", async () => {
    const dataDir = await temporaryDataDir();
    const share = await joinCluster(dataDir, ephemeral);
    await share.leave();
    await writeFile(join(share.directory, "postgresql.auto.conf"), "no_such_setting = 1\n");
    await expect(joinCluster(dataDir)).rejects.toThrow(/did not start. The end of .*\n.*no_such_setting/s);
    expect(await readdir(join(dataDir, "shares"))).toEqual([]);
  });

  it("a file where the data directory should be", async () => {
    const dataDir = await temporaryDataDir();
    await writeFile(dataDir, "");
    await expect(joinCluster(dataDir)).rejects.toThrow("is not a folder");
  });
});
