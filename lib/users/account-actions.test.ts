import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { findToken } from "../auth/token-queries";
import { db } from "../db";
import { makeContext, runInRequest } from "../request-context";
import { emptyTestDatabase, prepareTestDatabase } from "../testing/database";
import { type MailServer, startMailServer } from "../testing/mail-server";
import { addPerson } from "../testing/people";
import { accept, forgot, setUp } from "./account-actions";

prepareTestDatabase();

let mail: MailServer;

beforeAll(async () => {
  mail = await startMailServer();
  process.env.SITE_URL = "https://nicepick.example";
  process.env.SMTP_URL = mail.url;
  process.env.MAIL_FROM = "Nice Pick <editors@nicepick.example>";
  process.env.NEXTAUTH_SECRET = "a secret of the tests, long enough for it";
});
afterAll(() => mail.stop());
beforeEach(emptyTestDatabase);

type Handler = (request: Request) => Promise<Response>;

let networks = 0;

/** Posts from a network that has asked for nothing yet, unless one is given. */
function post(handler: Handler, body: unknown, options: { address?: string; headers?: object } = {}) {
  networks += 1;
  const address = options.address ?? `198.51.100.${networks}`;
  const request = new Request("https://nicepick.example/api/account/x", {
    method: "POST",
    headers: { "Content-Type": "application/json", Origin: "https://nicepick.example", ...options.headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  return runInRequest(makeContext(address), () => handler(request));
}

describe("a forgotten password", () => {
  it("is answered alike for every address, and mailed to those that have an account", async () => {
    const ada = await addPerson();
    const invited = await addPerson({ invited: true });
    const emails = [ada.email, "nobody@nicepick.example", invited.email.toUpperCase()];
    const answers = [];
    for (const email of emails) {
      const response = await post(forgot, { email });
      answers.push([response.status, await response.text(), [...response.headers]]);
    }
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    expect(answers[0]?.[0]).toBe(200);
    const arrived = [await mail.next(), await mail.next()];
    const links = arrived.map(({ text }) => /admin\/(\w+)\?token=(\S+)/.exec(text ?? ""));
    const kinds = links.map((link) => link?.[1]).sort();
    expect(kinds).toEqual(["invite", "reset"]);
    const reset = links.find((link) => link?.[1] === "reset");
    expect(await findToken({ secret: reset?.[2] ?? "", purpose: "reset" })).toEqual({ userId: ada.id });
    expect(mail.mails).toHaveLength(2);
  });

  it("can be asked for from one network so often, and mailed to one account so often", async () => {
    const { email } = await addPerson();
    const before = mail.mails.length;
    const statuses = [];
    for (let index = 0; index < 11; index += 1) {
      statuses.push(
        (await post(forgot, { email: `a${index}@nicepick.example` }, { address: "192.0.2.9" })).status,
      );
    }
    expect(statuses).toEqual([...Array<number>(10).fill(200), 429]);
    for (let index = 0; index < 8; index += 1) expect((await post(forgot, { email })).status).toBe(200);
    for (let index = 0; index < 5; index += 1) await mail.next();
    await vi.waitFor(async () =>
      expect(await db().rateLimit.findFirst({ where: { points: 8 } })).not.toBeNull(),
    );
    expect(mail.mails.length - before).toBe(5);
  });

  it("is refused in plain words where the site sends no mail", async () => {
    const { email } = await addPerson();
    const url = process.env.SMTP_URL;
    vi.resetModules();
    process.env.SMTP_URL = "";
    const { forgot: mailless } = await import("./account-actions");
    const response = await post(mailless, { email });
    process.env.SMTP_URL = url;
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ mail: "off", message: expect.stringContaining("no mail") });
    expect(await db().token.count()).toBe(0);
  });
});

describe("what is posted without a session", () => {
  const good = { token: "x", name: "Ada", password: "a good passphrase" };

  it.each([
    ["another site's page", good, { Origin: "https://evil.example" }, 403],
    ["another site's page, as browsers say", good, { "Sec-Fetch-Site": "cross-site" }, 403],
    ["a form", good, { "Content-Type": "application/x-www-form-urlencoded" }, 400],
    ["half of a JSON text", '{"token":', {}, 400],
    ["a list", [good], {}, 422],
    ["a body too large", { ...good, name: "x".repeat(20_000) }, {}, 413],
    ["an extra field", { ...good, role: "owner" }, {}, 422],
    [
      "__proto__",
      '{"token":"x","name":"Ada","password":"a good passphrase","__proto__":{"role":"owner"}}',
      {},
      422,
    ],
    ["an object for a name", { ...good, name: { first: "Ada" } }, {}, 422],
    ["NUL in a name", { ...good, name: "A\u0000da" }, {}, 422],
    ["half of a surrogate pair", { ...good, name: "A\ud800" }, {}, 422],
    ["NUL in a password", { ...good, password: "a good\u0000passphrase" }, {}, 422],
    ["a password too long", { ...good, password: "x".repeat(2_000) }, {}, 422],
    ["a token that is none", good, {}, 404],
    ["NUL in a token", { ...good, token: "\u0000" }, {}, 404],
  ])("refuses %s and writes nothing", async (_, body, headers, status) => {
    await addPerson({ invited: true });
    const response = await post(accept, body, { headers });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: expect.any(String), message: expect.any(String) });
    expect(await db().auditEntry.count()).toBe(0);
  });

  it("says at which fields it is wrong", async () => {
    const response = await post(setUp, { token: "x", name: " ", email: "ada@", password: "" });
    expect(await response.json()).toMatchObject({
      error: "invalid",
      fields: { name: "is required", email: "is not an e-mail address", password: "is required" },
    });
  });
});
