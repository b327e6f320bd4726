import { expect, it } from "vitest";
import { db } from "../db";
import { prepareTestDatabase } from "../testing/database";
import { addComparison } from "../testing/feedback";
import { listRecords } from "./record-queries";

prepareTestDatabase();

it("a server goes on reading records while a newer version adds to their table", async () => {
  await addComparison();
  const before = await listRecords(["alpha"]);
  expect(before).toMatchObject([{ slug: "alpha", lead: "L", category: { slug: "tools" } }]);
  await db().$executeRaw`ALTER TABLE "Technology" ADD COLUMN "addedLater" text`;
  expect(await listRecords(["alpha"])).toEqual(before);
});
