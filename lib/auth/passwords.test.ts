import { argon2id, hash } from "argon2";
import { expect, it } from "vitest";
import { TooBusy } from "../errors";
import { hashPassword, isOutdatedHash, verifyPassword } from "./passwords";

it("a password is known again from what is kept of it", async () => {
  const kept = await hashPassword("correct horse battery");
  expect(kept).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/);
  expect(await verifyPassword(kept, "correct horse battery")).toBe(true);
  expect(await verifyPassword(kept, "correct horse batterz")).toBe(false);
  expect(await isOutdatedHash(kept)).toBe(false);
});

it("however a keyboard writes its accents", async () => {
  const kept = await hashPassword("tr\u00e8s s\u00fbr 1");
  expect(await verifyPassword(kept, "tre\u0300s su\u0302r 1")).toBe(true);
});

it("without an account no password is right, and it takes the same work", async () => {
  expect(await verifyPassword(null, "correct horse battery")).toBe(false);
});

it("a hash made with other costs is told apart, and still works", async () => {
  const old = await hash("correct horse battery", {
    type: argon2id,
    memoryCost: 19_456,
    timeCost: 2,
    parallelism: 1,
  });
  expect(await isOutdatedHash(old)).toBe(true);
  expect(await verifyPassword(old, "correct horse battery")).toBe(true);
});

it("twenty wait for the two that are under way; who comes later is told so at once", async () => {
  const work = Array.from({ length: 30 }, () => hashPassword("correct horse battery"));
  const settled = await Promise.allSettled(work);
  const refused = settled.filter((result) => result.status === "rejected");
  expect(refused).toHaveLength(8);
  expect(refused.every(({ reason }) => reason instanceof TooBusy)).toBe(true);
  expect(await hashPassword("correct horse battery")).toMatch(/^\$argon2id/);
});
