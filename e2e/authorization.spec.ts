import { readFileSync } from "node:fs";
import { expect, type PlaywrightWorkerArgs, test } from "@playwright/test";
import { query } from "../lib/testing/signed-in";
import { databaseUrl, endSessions, makeAccount } from "./fixtures/accounts";
import { type Endpoint, READ, type Who, WRITTEN } from "./fixtures/authorization";
import { makeMessage } from "./fixtures/messages";

// The list of endpoints comes from the build itself; each is called as everybody there is.

type Caller = { name: string; cookie: string; may: Who[] };

const built = (path: string) =>
  JSON.parse(readFileSync(new URL(`../.next/${path}`, import.meta.url), "utf8"));

async function listCallers(): Promise<Caller[]> {
  const [author, editor, owner, gone, out] = await Promise.all([
    makeAccount("author"),
    makeAccount("editor"),
    makeAccount("owner"),
    makeAccount("owner", "disabled"),
    makeAccount("owner", "signed out"),
  ]);
  const url = await databaseUrl();
  await query(url, `UPDATE "User" SET "disabledAt" = now() WHERE id = $1`, [gone.id]);
  await endSessions(out);
  return [
    { name: "anonymous", cookie: "", may: ["anybody"] },
    { name: "somebody with a forged cookie", cookie: "next-auth.session-token=forged", may: ["anybody"] },
    { name: "signed out", cookie: out.cookie, may: ["anybody"] },
    { name: "disabled", cookie: gone.cookie, may: ["anybody"] },
    { name: "an author", cookie: author.cookie, may: ["anybody", "signed-in"] },
    { name: "an editor", cookie: editor.cookie, may: ["anybody", "signed-in", "editors"] },
    { name: "an owner", cookie: owner.cookie, may: ["anybody", "signed-in", "editors", "owners"] },
  ];
}

async function listSamples(): Promise<Record<string, string>> {
  const url = await databaseUrl();
  const idOf = async (table: string) =>
    (await query<{ id: string }>(url, `SELECT id FROM "${table}" LIMIT 1`))[0]?.id;
  return {
    technology: (await idOf("Technology")) ?? "",
    comparison: (await idOf("Comparison")) ?? "",
    category: (await idOf("Category")) ?? "",
    ...(await makeMessage()),
  };
}

function addressOf({ sample, route }: Endpoint, ids: Record<string, string>): string {
  return (sample ?? route).replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? "");
}

/** A context that sends one cookie and follows nothing. */
function asCaller(
  playwright: PlaywrightWorkerArgs["playwright"],
  baseURL: string | undefined,
  cookie: string,
) {
  return playwright.request.newContext({
    ...(baseURL && { baseURL }),
    maxRedirects: 0,
    extraHTTPHeaders: cookie ? { Cookie: cookie } : {},
  });
}

test("the matrix names every route of the build, and there are no server actions beside them", () => {
  const routes = Object.values<string>(built("app-path-routes-manifest.json"));
  const known = new Set([...READ, ...WRITTEN].map(({ route }) => route));
  expect(routes.filter((route) => !known.has(route)).sort(), "not in the matrix").toEqual([]);
  expect(
    [...known].filter((route) => !routes.includes(route) && !/^\/_/.test(route)).sort(),
    "not in the build",
  ).toEqual([]);
  const { node, edge } = built("server/server-reference-manifest.json");
  expect([Object.keys(node), Object.keys(edge)]).toEqual([[], []]);
});

test("every page is shown to those who may see it, and to nobody else", async ({ playwright, baseURL }) => {
  test.setTimeout(240_000);
  const ids = await listSamples();
  const wrong: string[] = [];
  for (const { name, cookie, may } of await listCallers()) {
    const context = await asCaller(playwright, baseURL, cookie);
    for (const endpoint of READ) {
      const path = addressOf(endpoint, ids);
      const response = await context.get(path);
      const status = response.status();
      const signedIn = may.includes("signed-in");
      const given = (signedIn && endpoint.answersSignedIn) || (endpoint.answers ?? 200);
      const wanted = may.includes(endpoint.who) ? given : signedIn ? 403 : 307;
      if (status !== wanted) wrong.push(`${name}: GET ${path} is ${status}, not ${wanted}`);
      const to = response.headers().location ?? "";
      if (wanted === 307 && !signedIn && !to.includes("/admin/sign-in?"))
        wrong.push(`${name}: GET ${path} leads to ${to}`);
      await response.dispose();
    }
    await context.dispose();
  }
  expect(wrong).toEqual([]);
});

test("every write is open to those who may do it, and to nobody else", async ({ playwright, baseURL }) => {
  test.setTimeout(240_000);
  const wrong: string[] = [];
  for (const { name, cookie, may } of await listCallers()) {
    const context = await asCaller(playwright, baseURL, cookie);
    for (const endpoint of WRITTEN) {
      const path = addressOf(endpoint, {});
      const status = (await context.post(path, { data: { noSuchField: 1 } })).status();
      const wanted = may.includes(endpoint.who) ? 422 : may.includes("signed-in") ? 403 : 401;
      if (status !== wanted) wrong.push(`${name}: POST ${path} is ${status}, not ${wanted}`);
    }
    await context.dispose();
  }
  expect(wrong).toEqual([]);
});

test("nothing is written by GET or from another site, and nothing posted to what is only read", {
  tag: "@front",
}, async ({ playwright, baseURL }) => {
  test.setTimeout(120_000);
  const owner = await makeAccount("owner");
  const ids = await listSamples();
  const context = await asCaller(playwright, baseURL, owner.cookie);
  const wrong: string[] = [];
  const check = (what: string, status: number, wanted: number) => {
    if (status !== wanted) wrong.push(`${what} is ${status}, not ${wanted}`);
  };
  const [read, written] = [READ, WRITTEN].map((list) => new Set(list.map(({ route }) => route)));
  for (const endpoint of WRITTEN) {
    const path = addressOf(endpoint, ids);
    if (!read?.has(endpoint.route)) check(`GET ${path}`, (await context.get(path)).status(), 405);
    for (const Origin of ["https://evil.example", "null"]) {
      const posted = await context.post(path, { data: { noSuchField: 1 }, headers: { Origin } });
      check(`POST ${path} from ${Origin}`, posted.status(), 403);
    }
    const large = await context.post(path, {
      data: "x".repeat(8 * 1024 * 1024 + 1),
      headers: { "Content-Type": "application/json" },
    });
    check(`POST ${path} of more than 8 MB`, large.status(), 413);
  }
  for (const endpoint of READ.filter(({ route }) => !written?.has(route))) {
    const path = addressOf(endpoint, ids);
    const posted = await context.post(path, { data: {}, headers: { "Next-Action": "0".repeat(42) } });
    check(`POST ${path}`, posted.status(), 405);
  }
  await context.dispose();
  expect(wrong).toEqual([]);
});
