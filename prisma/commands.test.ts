import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { databaseUrl } from "../lib/embedded/connection";
import { ask, readSettings, temporaryDataDir } from "../lib/embedded/fixtures/harness";
import { catalogueFile } from "../lib/testing/catalogues";
import { emptyTestDatabase, prepareTestDatabase } from "../lib/testing/database";
import { runScript, startScript } from "./fixtures/run-script";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

prepareTestDatabase();

const technology = (slug: string, fields: object = {}) => ({
  ...{ slug, name: slug, kind: "tool", category: "tools", description: "d", lead: "l" },
  ...fields,
});
const SMALL = {
  categories: [{ slug: "tools", name: "Tools" }],
  technologies: [technology("git"), technology("svn")],
  comparisons: [{ left: "git", right: "svn", outcome: "too-close", publishedAt: "2026-11-22" }],
};

let folder: string;
let small: string;
const inFolder = (name: string) => join(folder, name);
const here = () => ({ DATABASE_URL: process.env.DATABASE_URL });
const count = (table: string) => ask(process.env.DATABASE_URL ?? "", `SELECT count(*)::int FROM "${table}"`);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "nicepick-commands-"));
  small = inFolder("small.json");
  await writeFile(small, catalogueFile(SMALL));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(emptyTestDatabase);

describe("import", () => {
  it("says what it changed, and the second time that there was nothing to change", async () => {
    const first = await runScript("import", [small], here());
    expect(first).toEqual({
      code: 0,
      stdout: "Changed 1 categories, 2 technologies and 1 comparisons.\n",
      stderr: "",
    });
    const second = await runScript("import", [small], here());
    expect(second.stdout).toBe("Changed 0 categories, 0 technologies and 0 comparisons.\n");
  });

  it("points out what an editor may want to see again, and imports it", async () => {
    const file = inFolder("warning.json");
    const git = technology("git", { pros: ["Avoid it in a hurry"] });
    await writeFile(file, catalogueFile({ ...SMALL, technologies: [git, technology("svn")] }));
    expect(await runScript("import", [file], here())).toMatchObject({
      code: 0,
      stderr: "Warning: technologies[0].pros[0].text: reads like a warning, not a pro\n",
    });
  });

  it.each([[[]], [["one.json", "two.json"]]])("explains itself when it is given %j", async (files) => {
    const result = await runScript("import", files, here());
    expect(result).toEqual({ code: 1, stdout: "", stderr: "Usage: npm run import -- FILE\n" });
  });

  it.each([
    ["a file that is not there", "missing.json", /cannot read .*missing\.json: ENOENT/],
    ["a folder", ".", /cannot read .*: EISDIR/],
  ])("refuses %s", async (_, name, reason) => {
    const { code, stderr } = await runScript("import", [inFolder(name)], here());
    expect(code).toBe(1);
    expect(stderr).toMatch(/^Nothing was imported\. The reason:\n {2}/);
    expect(stderr).toMatch(reason);
  });

  it("refuses a file of one byte over 64 MB", async () => {
    const file = inFolder("large.json");
    await writeFile(file, "{");
    await truncate(file, 64 * 1024 * 1024 + 1);
    const { code, stderr } = await runScript("import", [file], here());
    expect([code, stderr]).toEqual([1, "Nothing was imported. The reason:\n  the file is over 64 MB\n"]);
  });

  it("refuses what never ends", async () => {
    const { code, stderr } = await runScript("import", ["/dev/zero"], here());
    expect([code, stderr]).toEqual([1, "Nothing was imported. The reason:\n  the file is over 64 MB\n"]);
  });

  it("names every reason and imports nothing", async () => {
    const file = inFolder("bad.json");
    const bad = { ...SMALL, technologies: [technology("git", { lead: "" }), technology("A")] };
    await writeFile(file, catalogueFile(bad));
    const { code, stdout, stderr } = await runScript("import", [file], here());
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr.split("\n")).toEqual([
      "Nothing was imported. The 2 reasons:",
      "  technologies[0].lead: is required",
      expect.stringMatching(/^ {2}technologies\[1\]\.slug: is not a slug/),
      "",
    ]);
    expect(await count("Category")).toBe(0);
  });

  it("names a side that is nowhere and imports nothing", async () => {
    const file = inFolder("lost.json");
    await writeFile(file, catalogueFile({ ...SMALL, technologies: [technology("git")] }));
    const { code, stderr } = await runScript("import", [file], here());
    expect([code, stderr]).toEqual([
      1,
      'Nothing was imported. The reason:\n  comparisons[0].right: "svn" is not in this file nor on file\n',
    ]);
    expect(await count("Category")).toBe(0);
  });
});

describe("export", () => {
  it("writes the file whole, in place of the one before", async () => {
    await runScript("import", [small], here());
    const file = inFolder("export.json");
    await writeFile(file, "old".repeat(10_000));
    const { code, stdout } = await runScript("export", [file], here());
    expect([code, stdout]).toEqual([0, `Wrote 1 categories, 2 technologies and 1 comparisons to ${file}.\n`]);
    expect(JSON.parse(await readFile(file, "utf8"))).toMatchObject({
      format: "nicepick-catalogue",
      ...SMALL,
    });
    expect((await readdir(folder)).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  it.each([
    ["into a folder that is not there", "missing/export.json", /^Cannot write .*: ENOENT/],
    ["over a folder", ".", /^Cannot write .*: it is there and is not a file/],
  ])("%s says so and leaves nothing behind", async (_, name, reason) => {
    const before = await readdir(folder);
    const { code, stdout, stderr } = await runScript("export", [inFolder(name)], here());
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(reason);
    expect(await readdir(folder)).toEqual(before);
  });

  it("explains itself without a file", async () => {
    expect(await runScript("export", [], here())).toMatchObject({
      code: 1,
      stderr: "Usage: npm run export -- FILE\n",
    });
  });
});

describe("a command that cannot reach its database says so in one line, without the password", () => {
  it("a setting that will not do", async () => {
    const settings = { DATABASE_URL: "mysql://editor:s3cret@db.example/nicepick", PORT: "none" };
    const { code, stderr } = await runScript("import", [small], settings);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^PORT: "none" is not a port number.*\nDATABASE_URL: the value given is not .*\n$/,
    );
    expect(stderr).not.toContain("s3cret");
  });

  it.each(["127.0.0.1", "localhost"])("nobody listens on %s", async (host) => {
    const started = performance.now();
    const settings = { DATABASE_URL: `postgresql://editor:s3cret@${host}:1/nicepick` };
    const { code, stderr } = await runScript("export", [inFolder("never.json")], settings);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^The database cannot be reached: .*ECONNREFUSED.*\n$/);
    expect(stderr).not.toContain("s3cret");
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it("somebody listens and never answers", async () => {
    const server = createServer();
    onTestFinished(() => void server.close());
    const port = await new Promise((settle) =>
      server.listen(0, "127.0.0.1", () => settle((server.address() as { port: number }).port)),
    );
    const settings = { DATABASE_URL: `postgresql://editor:s3cret@127.0.0.1:${port}/nicepick` };
    const { code, stderr } = await runScript("import", [small], settings);
    expect([code, stderr]).toEqual([1, "The database cannot be reached: timeout expired\n"]);
  });

  it("the database is not there", async () => {
    const url = new URL(process.env.DATABASE_URL ?? "");
    url.pathname = "/nowhere";
    const { code, stderr } = await runScript("import", [small], { DATABASE_URL: url.href });
    expect([code, stderr]).toEqual([1, 'The database refused: database "nowhere" does not exist\n']);
  });
});

describe("with an embedded database", () => {
  it("kill -9 in the middle of an import leaves the old content whole, and the next import works", async () => {
    const settings = { DATABASE_URL: undefined, DATA_DIR: await temporaryDataDir() };
    const large = inFolder("large-import.json");
    const points = Array.from({ length: 5 }, (_, index) => `point ${index}`);
    const slugs = ["git", ...Array.from({ length: 4_000 }, (_, index) => `t-${index}`)];
    const technologies = slugs.map((slug) => technology(slug, { lead: "new", pros: points, cons: points }));
    await writeFile(large, catalogueFile({ technologies }));

    const [before, after] = [inFolder("before.json"), inFolder("after.json")];
    expect(await runScript("import", [small], settings)).toMatchObject({ code: 0 });
    expect(await runScript("export", [before], settings)).toMatchObject({ code: 0 });

    const killed = startScript("import", [large], settings);
    await vi.waitFor(
      async () => {
        const { port, password } = await readSettings(settings.DATA_DIR);
        // A transaction that has written to a table holds this lock on it to its end.
        const written = `SELECT count(*) FROM pg_locks WHERE relation = '"Point"'::regclass AND mode = 'RowExclusiveLock'`;
        expect(await ask(databaseUrl(port, password), written)).not.toBe("0");
      },
      { timeout: 50_000, interval: 20 },
    );
    killed.kill("SIGKILL");
    expect((await killed.ended).code).toBe(null);

    expect(await runScript("export", [after], settings)).toMatchObject({ code: 0 });
    expect(await readFile(after, "utf8")).toBe(await readFile(before, "utf8"));
    expect(await runScript("import", [large], settings)).toMatchObject({
      code: 0,
      stdout: "Changed 0 categories, 4001 technologies and 0 comparisons.\n",
    });
  }, 180_000);
});
