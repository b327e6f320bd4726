import { expect, test } from "vitest";
import { db } from "../db";
import { prepareTestDatabase } from "../testing/database";

prepareTestDatabase();

test("a fresh database is empty", async () => {
  expect(await db().technology.count()).toBe(0);
});
