import { randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { db } from "../db";
import { prepareTestDatabase } from "../testing/database";
import { recordAudit } from "./mutations";
import { listAuditEntries } from "./queries";
import { auditAddress, auditQuerySchema } from "./schema";

prepareTestDatabase();

const ADA = { id: randomUUID(), name: "Ada" };

beforeAll(async () => {
  for (let index = 0; index < 120; index += 1) {
    await recordAudit(db(), {
      by: index % 2 === 0 ? ADA : { name: "import" },
      action: index % 3 === 0 ? "user.change-role" : "draft.discard",
      item: { name: `item ${index}` },
      detail: { from: "author", to: "editor", form: { lead: "x".repeat(1_000) } },
    });
  }
  // Entries of one moment: the log is append-only, so the time is set as they are written.
  const at = new Date();
  await db().auditEntry.createMany({
    data: Array.from({ length: 60 }, () => ({ actor: "Bulk", action: "category.publish", at })),
  });
});

/** All entries that an address asks for, page by page as its links lead. */
async function readAll(params: Record<string, string>) {
  const all = [];
  for (let search = new URLSearchParams(params); ; ) {
    const query = auditQuerySchema.parse(Object.fromEntries(search));
    const { entries, more } = await listAuditEntries(query);
    all.push(...entries);
    if (!more) return all;
    search = new URL(auditAddress("/admin/audit", query, more), "http://here.invalid").searchParams;
  }
}

it("every entry stands on one page, newest first, those of one moment too", async () => {
  const entries = await readAll({});
  expect(entries).toHaveLength(180);
  expect(new Set(entries.map(({ id }) => id)).size).toBe(180);
  expect(entries.map(({ at }) => at)).toEqual(
    entries
      .map(({ at }) => at)
      .sort()
      .reverse(),
  );
});

it("keeps to whom and what is asked for", async () => {
  expect(await readAll({ who: ADA.id })).toHaveLength(60);
  expect(await readAll({ who: "programs" })).toHaveLength(120);
  expect(await readAll({ what: "accounts" })).toHaveLength(40);
  expect(await readAll({ who: ADA.id, what: "drafts" })).toHaveLength(40);
});

it("shows of the details only what can be said in a few words", async () => {
  const [entry] = await readAll({ what: "accounts" });
  expect(entry?.detail).toEqual({ from: "author", to: "editor" });
  expect((await readAll({ what: "publishing" }))[0]?.detail).toBeNull();
});

it.each([
  ["who", "x'; DROP TABLE"],
  ["what", "__proto__"],
  ["before", "1_2"],
  ["before", `999999999999999_${randomUUID()}`],
  ["before", "\u0000"],
])("takes %s=%j for nothing", async (name, value) => {
  expect(auditQuerySchema.parse({ [name]: value })).toEqual({ [name]: undefined });
});

it("takes a field given twice for nothing", () => {
  expect(auditQuerySchema.parse({ who: ["a", "b"] })).toEqual({ who: undefined });
});
