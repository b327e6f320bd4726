import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { db } from "../db";
import { emptyTestDatabase, prepareTestDatabase } from "../testing/database";
import { type AuthCall, authOptions } from "./options";
import { findActorWith } from "./queries";

prepareTestDatabase();
beforeEach(emptyTestDatabase);
beforeAll(() => {
  process.env.NEXTAUTH_SECRET = "a secret for tests, long enough for it";
});
afterAll(() => {
  delete process.env.NEXTAUTH_SECRET;
});

/** What next-auth asks of us when another site has said who somebody is. */
async function comeBack(profile: object) {
  const call: AuthCall = { address: "", device: "Firefox", session: null };
  const { signIn, jwt } = authOptions(call).callbacks ?? {};
  const account = { provider: "google", type: "oauth", providerAccountId: "1" } as const;
  const user = { id: "1", ...profile };
  const allowed = await signIn?.({ user, account, profile });
  const token = allowed === true ? await jwt?.({ token: {}, user, account }) : undefined;
  return { allowed, token, fault: call.fault };
}

it("another site signs in whoever has an account with the address that it vouches for", async () => {
  const { id } = await db().user.create({ data: { email: "ada@example.org", name: "Ada", role: "editor" } });
  const { allowed, token } = await comeBack({ email: "Ada@Example.org", email_verified: true });
  expect(allowed).toBe(true);
  expect(Object.keys(token ?? {})).toEqual(["session"]);
  expect(await findActorWith(String(token?.session), { now: new Date() })).toMatchObject({ id });
});

it("and nobody else, nor makes accounts", async () => {
  await db().user.create({ data: { email: "ada@example.org", name: "Ada", role: "editor" } });
  await db().user.create({
    data: { email: "off@example.org", name: "Off", role: "owner", disabledAt: new Date() },
  });
  for (const profile of [
    { email: "ada@example.org", email_verified: false },
    { email: "nobody@example.org", email_verified: true },
    { email: "off@example.org", email_verified: true },
    { email: { not: "" }, email_verified: true },
    {},
  ]) {
    const { allowed } = await comeBack(profile);
    expect(allowed, JSON.stringify(profile)).toBe("/admin/sign-in?error=NoAccount");
  }
  expect([await db().user.count(), await db().session.count()]).toEqual([2, 0]);
});
