import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { redeemToken } from "../auth/token-mutations";
import { findToken } from "../auth/token-queries";
import { db } from "../db";
import { emptyTestDatabase, prepareTestDatabase } from "../testing/database";
import { addActor, addPerson, signIn } from "../testing/people";
import { listAccounts } from "./queries";
import {
  changeRole,
  disableUser,
  enableUser,
  endSessionsOfUser,
  inviteAgain,
  inviteUser,
  issueReset,
  removeUser,
} from "./team-mutations";

prepareTestDatabase();
beforeEach(emptyTestDatabase);

const ADA = { email: "ada@nicepick.example", name: "Ada", role: "author" } as const;

async function actions(): Promise<string[]> {
  const entries = await db().auditEntry.findMany({ orderBy: { at: "asc" } });
  return entries.map(({ action }) => action);
}

function sessionsOf(userId: string): Promise<number> {
  return db().session.count({ where: { userId } });
}

describe("inviting", () => {
  it("makes an account without a password, a link for an hour, and an audit entry", async () => {
    const owner = await addActor({ role: "owner", name: "Grace" });
    const issued = await inviteUser({ actor: owner, ...ADA });
    if (!issued.ok) throw new Error(issued.message);
    const ada = await db().user.findUniqueOrThrow({ where: { email: ADA.email } });
    expect(ada).toMatchObject({ name: "Ada", role: "author", passwordHash: null });
    expect(await findToken({ secret: issued.value.secret, purpose: "invite" })).toEqual({ userId: ada.id });
    expect(await findToken({ secret: issued.value.secret, purpose: "reset" })).toBeNull();
    const [entry] = await db().auditEntry.findMany();
    expect(entry).toMatchObject({
      actor: "Grace",
      actorId: owner.id,
      action: "user.invite",
      itemId: ada.id,
      item: ADA.email,
    });
  });

  it("refuses an address that has an account, in a race as well", async () => {
    const owner = await addActor({ role: "owner" });
    const results = await Promise.all(Array.from({ length: 5 }, () => inviteUser({ actor: owner, ...ADA })));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    for (const result of results) {
      if (!result.ok)
        expect(result).toMatchObject({ code: "invalid", fields: { email: expect.any(String) } });
    }
    expect(await db().user.count()).toBe(2);
    expect(await actions()).toEqual(["user.invite"]);
  });

  it("again stops the earlier link, and is refused once somebody has come", async () => {
    const owner = await addActor({ role: "owner" });
    const first = await inviteUser({ actor: owner, ...ADA });
    const { id } = await db().user.findUniqueOrThrow({ where: { email: ADA.email } });
    const second = await inviteAgain({ actor: owner, id });
    if (!first.ok || !second.ok) throw new Error("refused");
    expect(await redeemToken(db(), { secret: first.value.secret, purpose: "invite" })).toBeNull();
    expect(await findToken({ secret: second.value.secret, purpose: "invite" })).toEqual({ userId: id });
    const here = await addPerson();
    expect(await inviteAgain({ actor: owner, id: here.id })).toMatchObject({ ok: false, code: "conflict" });
  });
});

describe("changing a role", () => {
  it("ends the sessions with the old role and leaves an audit entry", async () => {
    const owner = await addActor({ role: "owner" });
    const ada = await addActor({ role: "author" });
    await signIn(ada.id);
    const changed = await changeRole({ actor: owner, id: ada.id, version: 1, role: "editor" });
    expect(changed).toEqual({ ok: true, value: { version: 2 } });
    expect(await sessionsOf(ada.id)).toBe(0);
    expect(await sessionsOf(owner.id)).toBe(1);
    expect((await db().auditEntry.findFirst())?.detail).toEqual({ from: "author", to: "editor" });
  });

  it("refuses a version that is not the present one, and writes nothing", async () => {
    const owner = await addActor({ role: "owner" });
    const ada = await addActor();
    expect(await changeRole({ actor: owner, id: ada.id, version: 7, role: "editor" })).toMatchObject({
      code: "stale",
    });
    expect(await disableUser({ actor: owner, id: ada.id, version: 7 })).toMatchObject({ code: "stale" });
    expect(await sessionsOf(ada.id)).toBe(1);
    expect(await actions()).toEqual([]);
  });

  it("refuses an account that is not there", async () => {
    const owner = await addActor({ role: "owner" });
    const asked = { actor: owner, id: randomUUID(), version: 1, role: "editor" } as const;
    expect(await changeRole(asked)).toMatchObject({ code: "not-found" });
  });
});

describe("the last owner", () => {
  it("cannot be demoted, disabled or removed, by nobody", async () => {
    const owner = await addActor({ role: "owner" });
    const { id } = owner;
    expect(await changeRole({ actor: owner, id, version: 1, role: "editor" })).toMatchObject({
      code: "conflict",
    });
    expect(await disableUser({ actor: owner, id, version: 1 })).toMatchObject({ code: "conflict" });
    expect(await removeUser({ actor: owner, id })).toMatchObject({ code: "conflict" });
    expect(await sessionsOf(id)).toBe(1);
  });

  it("is the last even beside owners who are disabled or never came", async () => {
    const owner = await addActor({ role: "owner" });
    await addPerson({ role: "owner", invited: true });
    const away = await addPerson({ role: "owner" });
    expect(await disableUser({ actor: owner, id: away.id, version: 1 })).toMatchObject({ ok: true });
    const demotion = { actor: owner, id: owner.id, version: 1, role: "author" } as const;
    expect(await changeRole(demotion)).toMatchObject({ code: "conflict" });
  });

  it("may stay an owner in the form, and step down once there is another", async () => {
    const owner = await addActor({ role: "owner" });
    expect(await changeRole({ actor: owner, id: owner.id, version: 1, role: "owner" })).toMatchObject({
      ok: true,
    });
    await addPerson({ role: "owner" });
    expect(await changeRole({ actor: owner, id: owner.id, version: 1, role: "editor" })).toMatchObject({
      ok: true,
    });
  });

  it("is there after any race of two owners, each against the other or each stepping down", async () => {
    for (let round = 0; round < 12; round += 1) {
      await emptyTestDatabase();
      const [a, b] = await Promise.all([addActor({ role: "owner" }), addActor({ role: "owner" })]);
      const [ofA, ofB] = round % 2 === 0 ? [b.id, a.id] : [a.id, b.id];
      const results = await Promise.all([
        changeRole({ actor: a, id: ofA, version: 1, role: "author" }),
        round % 3 === 0
          ? disableUser({ actor: b, id: ofB, version: 1 })
          : changeRole({ actor: b, id: ofB, version: 1, role: "editor" }),
      ]);
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await db().user.count({ where: { role: "owner", disabledAt: null } })).toBe(1);
      expect(await actions()).toHaveLength(1);
    }
  });
});

describe("disabling", () => {
  it("ends sessions and links for good, and enabling lets the account in again", async () => {
    const owner = await addActor({ role: "owner" });
    const ada = await addActor();
    const issued = await issueReset({ actor: owner, id: ada.id });
    if (!issued.ok) throw new Error(issued.message);
    expect(await disableUser({ actor: owner, id: ada.id, version: 1 })).toMatchObject({ ok: true });
    expect(await sessionsOf(ada.id)).toBe(0);
    expect(await issueReset({ actor: owner, id: ada.id })).toMatchObject({ code: "conflict" });
    expect(await enableUser({ actor: owner, id: ada.id, version: 2 })).toMatchObject({ ok: true });
    expect(await redeemToken(db(), { secret: issued.value.secret, purpose: "reset" })).toBeNull();
    expect(await actions()).toEqual(["user.reset-link", "user.disable", "user.enable"]);
  });
});

describe("an owner who is none any more", () => {
  it("changes nothing, even with a request that began before", async () => {
    const [owner, other] = await Promise.all([addActor({ role: "owner" }), addActor({ role: "owner" })]);
    await changeRole({ actor: owner, id: other.id, version: 1, role: "author" });
    const ada = await addActor();
    const results = await Promise.all([
      inviteUser({ actor: other, ...ADA }),
      changeRole({ actor: other, id: ada.id, version: 1, role: "owner" }),
      endSessionsOfUser({ actor: other, id: ada.id }),
      issueReset({ actor: other, id: ada.id }),
      removeUser({ actor: other, id: ada.id }),
    ]);
    for (const result of results) expect(result).toMatchObject({ ok: false, code: "forbidden" });
    expect(await actions()).toEqual(["user.change-role"]);
  });
});

describe("removing", () => {
  it("takes an invitation back, with its link", async () => {
    const owner = await addActor({ role: "owner" });
    const issued = await inviteUser({ actor: owner, ...ADA });
    if (!issued.ok) throw new Error(issued.message);
    const { id } = await db().user.findUniqueOrThrow({ where: { email: ADA.email } });
    expect((await listAccounts(new Date())).find((account) => account.id === id)).toMatchObject({
      state: "invited",
      removable: true,
    });
    expect(await removeUser({ actor: owner, id })).toMatchObject({ ok: true });
    expect(await findToken({ secret: issued.value.secret, purpose: "invite" })).toBeNull();
    expect(await actions()).toEqual(["user.invite", "user.remove"]);
  });

  it("is refused for whoever has signed in or is named in the records", async () => {
    const owner = await addActor({ role: "owner" });
    const here = await addPerson();
    expect(await removeUser({ actor: owner, id: here.id })).toMatchObject({ code: "conflict" });
    const named = await addPerson({ invited: true });
    await db().auditEntry.create({ data: { actor: "Ada", actorId: named.id, action: "draft.begin" } });
    expect(await removeUser({ actor: owner, id: named.id })).toMatchObject({ code: "conflict" });
    expect(await db().user.count()).toBe(3);
  });
});

describe("the list", () => {
  it("tells states and who is there, by name", async () => {
    const owner = await addActor({ role: "owner", name: "grace" });
    await addPerson({ name: "Ada", invited: true });
    const away = await addPerson({ name: "Zed" });
    await disableUser({ actor: owner, id: away.id, version: 1 });
    await addPerson({ name: "Hal" });
    const accounts = await listAccounts(new Date());
    expect(accounts.map(({ name, state, seenAt }) => [name, state, seenAt !== null])).toEqual([
      ["Ada", "invited", false],
      ["grace", "active", true],
      ["Hal", "active", false],
      ["Zed", "disabled", false],
    ]);
  });
});
