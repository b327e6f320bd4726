import { afterEach, expect, test } from "vitest";
import { Prisma } from "@/prisma/generated/client";
import { db, disconnectDb, readRows } from "./db";
import { DatabaseUnavailable } from "./errors";
import { makeContext, runInRequest } from "./request-context";

afterEach(disconnectDb);

test("a database that is not there is said so in one way, by whichever way it was asked", async () => {
  process.env.DATABASE_URL = "postgresql://postgres@127.0.0.1:9/none";
  const ways = [
    () => db().$queryRaw`SELECT 1`,
    () => db().technology.count(),
    () => readRows(Prisma.sql`SELECT ${1}::int AS one`),
  ];
  for (const ask of ways) {
    const context = makeContext("");
    await expect(runInRequest(context, async () => await ask())).rejects.toBeInstanceOf(DatabaseUnavailable);
    expect(context.databaseLost).toBe(true);
  }
});
