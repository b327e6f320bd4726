import { afterAll, beforeAll, expect, test } from "vitest";
import { EVERYTHING, EXPIRY_CHANNEL } from "../cache";
import { listDynamicPairs } from "../testing/dynamic-pairs";
import { findFault, sendHostile, type Target } from "../testing/hostile/send";
import type { HostileShape } from "../testing/hostile/shape";
import { HOSTILE_SHAPES } from "../testing/hostile/shapes";
import { makeDataDir, runServer, stopServer, type TestServer, until, untilReady } from "../testing/server";
import { embeddedUrl, query } from "../testing/signed-in";

// Every shape of hostile request once, each at a page of its own that nobody has read before.

/** Longer than the server lets headers take. */
const PATIENCE_MS = 13_000;
const AT_ONCE = 16;

let directory: Awaited<ReturnType<typeof makeDataDir>>;
let server: TestServer;
let database: string;
let pageOf: Map<HostileShape, string>;

beforeAll(async () => {
  directory = await makeDataDir();
  server = await untilReady(await runServer({ DATA_DIR: directory.path }));
  database = await embeddedUrl(directory.path);
  const pages = await listDynamicPairs(database, HOSTILE_SHAPES.length);
  pageOf = new Map(HOSTILE_SHAPES.map((shape, index) => [shape, pages[index % pages.length] ?? "/"]));
}, 240_000);

afterAll(async () => {
  await stopServer(server);
  await directory.remove();
});

test("no two shapes have the same name, and there are more than 60", () => {
  const names = new Set(HOSTILE_SHAPES.map(({ name }) => name));
  expect(names.size).toBe(HOSTILE_SHAPES.length);
  expect(names.size).toBeGreaterThan(60);
});

test("no hostile request gets a fault, a second answer or past a refusal, nor ends the server", {
  timeout: 120_000,
}, async () => {
  const patient = HOSTILE_SHAPES.filter(({ sort }) => sort === "slow");
  const quick = HOSTILE_SHAPES.filter(({ sort }) => sort !== "slow");
  const faults = await Promise.all([
    ...patient.map((shape) => faultOf([shape])),
    ...Array.from({ length: AT_ONCE }, () => faultOf(quick)),
  ]);
  expect(faults.flat()).toEqual([]);
  expect(server.child.exitCode).toBeNull();
  expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
});

test("what a hostile request asked for first is the same page for the next reader", {
  timeout: 120_000,
}, async () => {
  const aimed = HOSTILE_SHAPES.filter(({ pieces }) =>
    pieces.some((piece) => String(piece).includes("{page}")),
  );
  const pages = aimed.map((shape) => pageOf.get(shape) ?? "/");
  const after = await readAll(pages);
  // Most of them have a page made; the others are refused before that.
  expect(after.filter(({ isKept }) => isKept).length).toBeGreaterThan(aimed.length / 2);
  await query(database, "SELECT pg_notify($1, $2)", [EXPIRY_CHANNEL, EVERYTHING]);
  await until(async () => !(await read(pages[0] ?? "/")).isKept);
  const anew = await readAll(pages);
  for (const [index, { name }] of aimed.entries())
    expect(after[index]?.page, name).toEqual(anew[index]?.page);
});

/** Sends one after another, taking them away from the list; what was wrong with each that went wrong. */
async function faultOf(shapes: HostileShape[]): Promise<string[]> {
  const faults: string[] = [];
  for (let shape = shapes.shift(); shape; shape = shapes.shift()) {
    const target: Target = {
      port: Number(new URL(server.url).port),
      host: new URL(server.url).host,
      page: pageOf.get(shape) ?? "/",
    };
    const fault = await sendHostile(shape, target, PATIENCE_MS).then(
      (outcome) => findFault(shape, outcome),
      (error) => String(error),
    );
    if (fault) faults.push(`${shape.name}: ${fault}`);
  }
  return faults;
}

async function readAll(paths: string[]) {
  const answers: Awaited<ReturnType<typeof read>>[] = [];
  for (const path of paths) answers.push(await read(path));
  return answers;
}

/** A page as a reader gets it, without what differs each time: the request's own headers, and a form's stamp and key. */
async function read(path: string) {
  const response = await fetch(server.url + path, { redirect: "manual" });
  const headers = Object.fromEntries(response.headers);
  const isKept = headers["cache-status"]?.includes("hit");
  for (const name of ["date", "etag", "content-length", "x-request-id", "cache-status"]) delete headers[name];
  const body = (await response.text())
    .replaceAll(/\d{13}\.[\w-]{43}/g, "STAMP")
    .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "KEY");
  return { page: { status: response.status, headers, body }, isKept };
}
