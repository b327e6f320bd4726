import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { verifyPassword } from "../auth/passwords";
import { issueToken, redeemToken } from "../auth/token-mutations";
import { db } from "../db";
import { emptyTestDatabase, prepareTestDatabase } from "../testing/database";
import { addActor, addPerson, PASSWORD, signIn } from "../testing/people";
import {
  changeAddress,
  changeByline,
  changePassword,
  endOwnSession,
  endOwnSessions,
} from "./profile-mutations";
import { listDevices } from "./queries";

process.env.NEXTAUTH_SECRET = "a secret of the tests, long enough for it";

prepareTestDatabase();
beforeEach(emptyTestDatabase);

const NEXT = "another good passphrase";
const address = "192.0.2.7";

async function sessionIds(userId: string): Promise<string[]> {
  return (await db().session.findMany({ where: { userId } })).map(({ id }) => id);
}

describe("one's own password", () => {
  it("ends the other sessions and the links that are out, and keeps the one that asks", async () => {
    const ada = await addActor();
    await signIn(ada.id);
    const secret = await issueToken(db(), { purpose: "reset", userId: ada.id });
    const changed = await changePassword({ actor: ada, current: PASSWORD, next: NEXT, address });
    expect(changed).toEqual({ ok: true, value: { ended: 1 } });
    expect(await sessionIds(ada.id)).toEqual([ada.sessionId]);
    expect(await redeemToken(db(), { secret, purpose: "reset" })).toBeNull();
    const { passwordHash } = await db().user.findUniqueOrThrow({ where: { id: ada.id } });
    expect(await verifyPassword(passwordHash, NEXT)).toBe(true);
    expect(await db().auditEntry.findMany()).toMatchObject([{ action: "profile.password", actorId: ada.id }]);
  });

  it("is refused with a wrong one, a common one and the same one, at the field", async () => {
    const ada = await addActor();
    const change = (current: string, next: string) => changePassword({ actor: ada, current, next, address });
    expect(await change("not it, I fear", NEXT)).toMatchObject({
      code: "invalid",
      fields: { current: expect.any(String) },
    });
    expect(await change(PASSWORD, "password1")).toMatchObject({
      code: "invalid",
      fields: { next: expect.any(String) },
    });
    expect(await change(PASSWORD, PASSWORD)).toMatchObject({
      code: "invalid",
      fields: { next: expect.any(String) },
    });
    expect(await db().auditEntry.count()).toBe(0);
  });

  it("cannot be guessed from a browser that was left open", async () => {
    const ada = await addActor();
    const guess = () => changePassword({ actor: ada, current: "a wrong guess", next: NEXT, address });
    const results = await Promise.all(Array.from({ length: 8 }, guess));
    expect(results.filter((result) => !result.ok && result.code === "limited").length).toBeGreaterThan(0);
    expect(await changePassword({ actor: ada, current: PASSWORD, next: NEXT, address })).toMatchObject({
      code: "limited",
      detail: { retryAfter: expect.any(Number) },
    });
  });
});

describe("one's own address", () => {
  it("takes the password, ends other sessions and the links to the old address", async () => {
    const ada = await addActor();
    await signIn(ada.id);
    const secret = await issueToken(db(), { purpose: "reset", userId: ada.id });
    const email = "new@nicepick.example";
    expect(await changeAddress({ actor: ada, email, password: "wrong one", address })).toMatchObject({
      code: "invalid",
      fields: { password: expect.any(String) },
    });
    expect(await changeAddress({ actor: ada, email, password: PASSWORD, address })).toMatchObject({
      ok: true,
    });
    expect(await sessionIds(ada.id)).toEqual([ada.sessionId]);
    expect(await redeemToken(db(), { secret, purpose: "reset" })).toBeNull();
    expect(await db().auditEntry.findMany()).toMatchObject([{ detail: { from: ada.email, to: email } }]);
  });

  it("cannot be another account's, and then nothing has ended", async () => {
    const ada = await addActor();
    await signIn(ada.id);
    const { email } = await addPerson();
    expect(await changeAddress({ actor: ada, email, password: PASSWORD, address })).toMatchObject({
      code: "invalid",
      fields: { email: expect.any(String) },
    });
    expect(await sessionIds(ada.id)).toHaveLength(2);
  });
});

describe("one's own sessions", () => {
  it("are listed by device, the one that asks marked", async () => {
    const ada = await addActor();
    await signIn(
      ada.id,
      "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile Safari/604.1",
    );
    const devices = await listDevices({ userId: ada.id, current: ada.sessionId, now: new Date() });
    expect(devices.map(({ name, current }) => [name, current]).sort()).toEqual([
      ["Firefox on Linux", true],
      ["Safari on iPhone", false],
    ]);
  });

  it("end one by one, other people's not at all", async () => {
    const [ada, eve] = await Promise.all([addActor(), addActor()]);
    const other = await signIn(ada.id);
    expect(await endOwnSession({ actor: ada, id: other.sessionId })).toMatchObject({ ok: true });
    expect(await endOwnSession({ actor: ada, id: other.sessionId })).toMatchObject({ code: "not-found" });
    expect(await endOwnSession({ actor: ada, id: eve.sessionId })).toMatchObject({ code: "not-found" });
    expect(await endOwnSession({ actor: ada, id: randomUUID() })).toMatchObject({ code: "not-found" });
    expect(await sessionIds(eve.id)).toEqual([eve.sessionId]);
  });

  it("end all at once, with or without the one that asks", async () => {
    const ada = await addActor();
    await signIn(ada.id);
    expect(await endOwnSessions({ actor: ada, keepThis: true })).toEqual({ ok: true, value: { ended: 1 } });
    expect(await endOwnSessions({ actor: ada, keepThis: false })).toEqual({ ok: true, value: { ended: 1 } });
    expect(await sessionIds(ada.id)).toEqual([]);
  });
});

it("a byline is kept and written down", async () => {
  const ada = await addActor();
  expect(await changeByline({ actor: ada, name: "Ada Lovelace" })).toMatchObject({ ok: true });
  expect(await db().auditEntry.findMany()).toMatchObject([{ detail: { from: "Ada", to: "Ada Lovelace" } }]);
});
