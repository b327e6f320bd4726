import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseEnv } from "node:util";
import { describe, expect, it, test } from "vitest";
import packageFile from "../../package.json" with { type: "json" };
import { readEnv, SETTINGS } from "../env";

// What operators copy from says what the program says.

const read = (name: string) => readFileSync(fileURLToPath(new URL(`../../${name}`, import.meta.url)), "utf8");

/** A setting of compose.yaml's, and of nobody else. */
const COMPOSE_ONLY = "POSTGRES_PASSWORD";

describe(".env.example", () => {
  const file = read(".env.example");
  /** As if everything that is written as a comment were not. */
  const all = parseEnv(file.replaceAll(/^#(?=[A-Z_]+=)/gm, ""));

  it("has every setting, and no other", () => {
    expect(Object.keys(all).sort()).toEqual([...SETTINGS.keys(), COMPOSE_ONLY].sort());
  });

  it("says the defaults where it sets something", () => {
    expect(readEnv(parseEnv(file))).toEqual(readEnv({}));
  });

  it("gives examples that will do", () => {
    const secrets = [...SETTINGS.keys()].filter((name) => all[name] === "");
    const given = Object.fromEntries(secrets.map((name) => [name, "x".repeat(32)]));
    expect(readEnv({ ...all, ...given })).toMatchObject({ ok: true });
  });
});

test("README's table has every setting", () => {
  const rows = read("README.md")
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) => line.split("|")[1] ?? "");
  const named = new Set(rows.flatMap((cell) => [...cell.matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name)));
  expect([...SETTINGS.keys()].filter((name) => !named.has(name))).toEqual([]);
});

test("every example of an error message will do", () => {
  for (const [name, example] of SETTINGS) {
    const value = parseEnv(example)[name]?.replace(/^\$\(.*\)$/, "x".repeat(32));
    const result = readEnv({ [name]: value });
    const problems = result.ok ? [] : result.problems.filter((problem) => problem.startsWith(`${name}:`));
    expect(problems).toEqual([]);
  }
});

describe("the image", () => {
  const file = read("Dockerfile");

  it("runs what `npm start` runs", () => {
    const [, command = ""] = /^CMD (\[.*\])$/m.exec(file) ?? [];
    const [, memory = ""] = /^ENV (MALLOC_ARENA_MAX=\d)$/m.exec(file) ?? [];
    expect(`${memory} exec ${(JSON.parse(command) as string[]).join(" ")}`).toBe(packageFile.scripts.start);
  });

  it("has all that a build is made from", () => {
    const inputs = [...read("lib/front/build.ts").matchAll(/^ {2}"([\w./]+)",$/gm)].map(([, path]) => path);
    const allowed = read(".dockerignore")
      .split("\n")
      .filter((line) => line.startsWith("!"))
      .map((line) => line.slice(1));
    expect(inputs.length).toBeGreaterThan(5);
    expect(inputs.filter((path) => !allowed.includes(path?.split("/")[0] ?? ""))).toEqual([]);
  });
});

test("compose.yaml's worker runs what `npm run worker` runs", () => {
  const commands = [...read("compose.yaml").matchAll(/^ {4}command: (\[.*\])$/gm)].map(([, list = ""]) =>
    (JSON.parse(list) as string[]).join(" "),
  );
  expect(commands.map((command) => `exec ${command}`)).toEqual([packageFile.scripts.worker]);
});
