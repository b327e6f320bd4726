import { beforeEach, describe, expect, it } from "vitest";
import { verifyPassword } from "../auth/passwords";
import { issueToken } from "../auth/token-mutations";
import { db } from "../db";
import { emptyTestDatabase, prepareTestDatabase } from "../testing/database";
import { addPerson, PASSWORD, signIn } from "../testing/people";
import { acceptInvite, issueForgotten, resetPassword, setUpOwner } from "./account-mutations";

process.env.NEXTAUTH_SECRET = "a secret of the tests, long enough for it";

prepareTestDatabase();
beforeEach(emptyTestDatabase);

const password = "another good passphrase";
const OWNER = { name: "Grace", email: "grace@nicepick.example", password };

/** As many as wait for a turn to hash a password, and no more. */
function twenty<T>(work: (index: number) => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: 20 }, (_, index) => work(index)));
}

describe("setting up the first owner", () => {
  it("works once: of twenty at a time one makes the owner", async () => {
    const token = await issueToken(db(), { purpose: "setup", userId: null });
    const results = await twenty((index) =>
      setUpOwner({ ...OWNER, token, email: `owner${index}@nicepick.example` }),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db().user.findMany()).toMatchObject([{ role: "owner", name: "Grace" }]);
    expect(await db().auditEntry.count()).toBe(1);
  });

  it("works with one link only, while there is nobody", async () => {
    expect(await setUpOwner({ ...OWNER, token: "made-up" })).toMatchObject({ code: "not-found" });
    const token = await issueToken(db(), { purpose: "setup", userId: null });
    await addPerson();
    expect(await setUpOwner({ ...OWNER, token })).toMatchObject({ code: "conflict" });
    expect(await db().user.count()).toBe(1);
  });

  it("leaves the link good when the password is not", async () => {
    const token = await issueToken(db(), { purpose: "setup", userId: null });
    expect(await setUpOwner({ ...OWNER, token, password: "password1" })).toMatchObject({
      code: "invalid",
      fields: { password: expect.any(String) },
    });
    expect(await setUpOwner({ ...OWNER, token })).toMatchObject({ ok: true });
  });
});

describe("accepting an invitation", () => {
  it("works once: of twenty at a time one sets the password", async () => {
    const ada = await addPerson({ invited: true });
    const token = await issueToken(db(), { purpose: "invite", userId: ada.id });
    const results = await twenty((index) =>
      acceptInvite({ token, name: "Ada", password: `${password} ${index}` }),
    );
    const won = results.findIndex(({ ok }) => ok);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const { passwordHash } = await db().user.findUniqueOrThrow({ where: { id: ada.id } });
    expect(await verifyPassword(passwordHash, `${password} ${won}`)).toBe(true);
    expect(await db().auditEntry.findMany()).toMatchObject([
      { action: "account.accept-invite", actorId: ada.id },
    ]);
  });

  it("is refused with a link for another purpose, an old one, and one of a disabled account", async () => {
    const ada = await addPerson({ invited: true });
    const accept = (token: string) => acceptInvite({ token, name: "Ada", password });
    const reset = await issueToken(db(), { purpose: "reset", userId: ada.id });
    expect(await accept(reset)).toMatchObject({ code: "not-found" });
    const setup = await issueToken(db(), { purpose: "setup", userId: null });
    expect(await accept(setup)).toMatchObject({ code: "not-found" });
    const token = await issueToken(db(), { purpose: "invite", userId: ada.id });
    await db().token.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } });
    expect(await accept(token)).toMatchObject({ code: "not-found" });
    const fresh = await issueToken(db(), { purpose: "invite", userId: ada.id });
    await db().user.update({ where: { id: ada.id }, data: { disabledAt: new Date() } });
    expect(await accept(fresh)).toMatchObject({ code: "not-found" });
    expect((await db().user.findUniqueOrThrow({ where: { id: ada.id } })).passwordHash).toBeNull();
  });
});

describe("setting a new password by a link", () => {
  it("ends all sessions and other links, and works once", async () => {
    const ada = await addPerson();
    await signIn(ada.id);
    await signIn(ada.id);
    const token = await issueToken(db(), { purpose: "reset", userId: ada.id });
    const results = await twenty(() => resetPassword({ token, password }));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db().session.count()).toBe(0);
    const { passwordHash } = await db().user.findUniqueOrThrow({ where: { id: ada.id } });
    expect(await verifyPassword(passwordHash, password)).toBe(true);
    expect(await verifyPassword(passwordHash, PASSWORD)).toBe(false);
    expect(await resetPassword({ token, password })).toMatchObject({ code: "not-found" });
    expect(await db().auditEntry.count()).toBe(1);
  });

  it("is refused with an invitation", async () => {
    const ada = await addPerson({ invited: true });
    const token = await issueToken(db(), { purpose: "invite", userId: ada.id });
    expect(await resetPassword({ token, password })).toMatchObject({ code: "not-found" });
  });
});

describe("a forgotten password", () => {
  it("gives a link to those who have one, an invitation to those who never had, and nothing to others", async () => {
    const [here, invited, away] = await Promise.all([addPerson(), addPerson({ invited: true }), addPerson()]);
    await db().user.update({ where: { id: away.id }, data: { disabledAt: new Date() } });
    expect(await issueForgotten(here.email)).toMatchObject({ purpose: "reset" });
    expect(await issueForgotten(invited.email)).toMatchObject({ purpose: "invite" });
    expect(await issueForgotten(away.email)).toBeNull();
    expect(await issueForgotten("nobody@nicepick.example")).toBeNull();
    expect(await db().auditEntry.count()).toBe(2);
  });
});
