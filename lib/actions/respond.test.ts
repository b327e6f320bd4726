import { beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { z } from "zod";
import { saveSchema } from "../drafts/schema";
import { DatabaseUnavailable } from "../errors";
import { emptyTechnologyForm } from "../technologies/form";
import { findForeignOrigin, readInput, respond } from "./respond";
import { done, refuse } from "./result";

const schema = z.strictObject({ name: z.string().max(10), tags: z.array(z.string()).max(3) });
const GOOD = { name: "Git", tags: ["a"] };

beforeAll(() => {
  process.env.SITE_URL = "https://nicepick.example";
});

function request(body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}): Request {
  return new Request("http://localhost/api/admin/x", {
    method: "POST",
    body,
    headers: { "Content-Type": "application/json", ...headers },
  });
}

const read = (body: unknown, headers?: Record<string, string>) =>
  readInput(request(typeof body === "string" ? body : JSON.stringify(body), headers), schema, 200);

describe("what is sent is taken as it is or not at all", () => {
  it("takes the shape asked for", async () => {
    expect(await read(GOOD)).toEqual({ ok: true, value: GOOD });
  });

  it.each([
    ["an object where a text belongs", { ...GOOD, name: { not: "" } }, { name: "is not text" }],
    ["a number", { ...GOOD, name: 1 }, { name: "is not text" }],
    ["a list", { ...GOOD, name: ["Git"] }, { name: "is not text" }],
    ["nothing", { ...GOOD, name: null }, { name: "is not text" }],
    ["a field left out", { tags: [] }, { name: "is required" }],
    ["an object in a list", { ...GOOD, tags: ["a", {}] }, { "tags.1": "is not text" }],
    ["a role", { ...GOOD, role: "owner" }, { role: "is not a field of this form" }],
    [
      "an id and a version",
      { ...GOOD, id: "1", version: 2 },
      { id: expect.any(String), version: expect.any(String) },
    ],
    ["a list as the whole", [GOOD], { "": "is not an object" }],
    ["a text as the whole", "GOOD", { "": "is not an object" }],
  ])("%s is refused by name", async (_, body, fields) => {
    expect(await read(JSON.stringify(body))).toMatchObject({ ok: false, code: "invalid", fields });
  });

  it("a prototype is a field like any other, and refused", async () => {
    for (const text of [
      '{"name":"Git","tags":[],"__proto__":{"role":"owner"}}',
      '{"name":"Git","tags":[],"constructor":{"prototype":{}}}',
    ]) {
      expect(await read(text), text).toMatchObject({ ok: false, code: "invalid" });
    }
    expect(({} as { role?: string }).role).toBeUndefined();
    const save = { itemType: "technology", itemId: crypto.randomUUID(), seen: { draft: null, live: null } };
    for (const extra of ['"__proto__":{"a":1}', '"role":"owner"', '"version":3']) {
      const form = JSON.stringify(emptyTechnologyForm()).replace("{", `{${extra},`);
      const text = JSON.stringify({ ...save, form: "FORM" }).replace('"FORM"', form);
      expect(await readInput(request(text), saveSchema, 100_000), extra).toMatchObject({
        ok: false,
        code: "invalid",
      });
    }
  });

  it.each([
    ["no JSON", "name=Git"],
    ["half of a JSON", '{"name":'],
    ["nothing", ""],
  ])("%s is malformed", async (_, text) => {
    expect(await read(text)).toMatchObject({ code: "malformed" });
  });

  it.each([
    ["brackets", `${"[".repeat(200_000)}${"]".repeat(200_000)}`],
    ["objects", `[${"{},".repeat(200_000)}{}]`],
    ["names", `{${'"a":1,'.repeat(200_000)}"b":1}`],
  ])("a great many %s are not even read", async (_, text) => {
    const long = { name: "x".repeat(1_000_000), tags: [] };
    expect(await readInput(request(text), schema, 4_000_000)).toMatchObject({ code: "malformed" });
    expect(await readInput(request(JSON.stringify(long)), schema, 4_000_000)).toMatchObject({
      code: "invalid",
    });
  });

  it("bytes that are no UTF-8, and other content types, are malformed", async () => {
    const bytes = new Uint8Array([0x22, 0xc3, 0x28, 0x22]);
    expect(await readInput(request(bytes), schema, 200)).toMatchObject({ code: "malformed" });
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""]) {
      expect(await read(GOOD, { "Content-Type": type }), type).toMatchObject({ code: "malformed" });
    }
  });

  it("one byte more than allowed is too large, said or not", async () => {
    const text = JSON.stringify({ name: "Git", tags: ["x".repeat(200)] });
    expect(await read(text)).toMatchObject({ code: "too-large" });
    const stream = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(100).fill(0x20)),
    });
    const endless = new Request("http://localhost/", {
      ...{ method: "POST", body: stream, duplex: "half" },
      headers: { "Content-Type": "application/json" },
    } as RequestInit);
    expect(await readInput(endless, schema, 200)).toMatchObject({ code: "too-large" });
  });
});

describe("where a request comes from", () => {
  it.each([
    [{}, true],
    [{ origin: "https://nicepick.example" }, true],
    [{ origin: "http://localhost:3000", host: "localhost:3000" }, true],
    [{ origin: "https://nicepick.example", "sec-fetch-site": "same-origin" }, true],
    [{ origin: "https://evil.example" }, false],
    [{ origin: "null" }, false],
    [{ origin: "https://nicepick.example.evil.example" }, false],
    [{ origin: "https://nicepick.example", "sec-fetch-site": "cross-site" }, false],
    [{ "sec-fetch-site": "same-site" }, false],
  ])("%j: ours is %s", (headers, ours) => {
    const asked = { headers: new Headers({ host: "internal", ...headers }) } as Request;
    expect(findForeignOrigin(asked) === null).toBe(ours);
  });
});

describe("what is answered", () => {
  const answer = async (work: Parameters<typeof respond>[0]) => {
    const response = await respond(work);
    return {
      status: response.status,
      retry: response.headers.get("retry-after"),
      body: await response.json(),
    };
  };

  it("says in the status what came of it", async () => {
    expect(await answer(async () => done({ a: 1 }))).toEqual({ status: 200, retry: null, body: { a: 1 } });
    const stale = refuse("stale", "Late.", { detail: { state: 1 } });
    expect(await answer(async () => stale)).toMatchObject({
      status: 409,
      body: { error: "stale", message: "Late.", state: 1 },
    });
    const limited = refuse("limited", "Wait.", { detail: { retryAfter: 12.2 } });
    expect(await answer(async () => limited)).toMatchObject({ status: 429, retry: "13" });
  });

  it("a lost database is a 503 to try again, and a fault a 500 that tells nothing", async () => {
    const lost = async () => {
      throw new DatabaseUnavailable(new Error("secret host"));
    };
    expect(await answer(lost)).toMatchObject({ status: 503, retry: "5", body: { error: "unavailable" } });
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    onTestFinished(() => logged.mockRestore());
    const fault = await answer(async () => {
      throw new Error("secret detail");
    });
    expect(fault).toMatchObject({ status: 500, body: { error: "fault" } });
    expect(JSON.stringify(fault)).not.toContain("secret");
    expect(logged).toHaveBeenCalledOnce();
  });
});
