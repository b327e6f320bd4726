import { beforeEach, expect, it } from "vitest";
import { db } from "../db";
import { emptyTestDatabase, prepareTestDatabase } from "../testing/database";
import { createFirstOwner, prepareFirstOwner } from "./first-owner-mutations";
import { verifyPassword } from "./passwords";
import { findToken } from "./token-queries";

prepareTestDatabase();
beforeEach(emptyTestDatabase);

const SETTINGS = { email: "owner@example.org", password: "correct horse battery" };

it("the owner of the settings is made while there is no user, and only then", async () => {
  expect(await prepareFirstOwner(db(), SETTINGS)).toBeNull();
  const owner = await db().user.findFirstOrThrow();
  expect(owner).toMatchObject({ email: "owner@example.org", name: "owner", role: "owner" });
  expect(await verifyPassword(owner.passwordHash, SETTINGS.password)).toBe(true);
  expect(await prepareFirstOwner(db(), { ...SETTINGS, email: "second@example.org" })).toBeNull();
  expect(await db().user.count()).toBe(1);
  expect(await db().auditEntry.findMany()).toMatchObject([
    { action: "user.create", actor: "settings", item: "owner@example.org", detail: { role: "owner" } },
  ]);
});

it("without settings each start gives out a new token, and the older one stops working", async () => {
  const [first, second] = [await prepareFirstOwner(db(), null), await prepareFirstOwner(db(), null)];
  if (!first || !second) throw new Error("no token");
  expect(await findToken({ secret: first, purpose: "setup" })).toBeNull();
  expect(await findToken({ secret: second, purpose: "setup" })).toEqual({ userId: null });
});

it("with a user there is nothing to set up, a disabled one included", async () => {
  await db().user.create({
    data: { email: "a@example.org", name: "A", role: "author", disabledAt: new Date() },
  });
  expect(await prepareFirstOwner(db(), null)).toBeNull();
  expect(await db().token.count()).toBe(0);
});

it("of ten first owners at once there is one", async () => {
  const owners = Array.from({ length: 10 }, (_, index) =>
    db().$transaction(
      (tx) =>
        createFirstOwner(tx, {
          email: `owner${index}@example.org`,
          name: "Owner",
          passwordHash: "x",
          by: { name: "test" },
        }),
      { maxWait: 20_000 },
    ),
  );
  const made = (await Promise.all(owners)).filter((id) => id !== null);
  expect(made).toHaveLength(1);
  expect(await db().user.count()).toBe(1);
});
