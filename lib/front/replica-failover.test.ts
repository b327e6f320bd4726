import { randomUUID } from "node:crypto";
import { expect, onTestFinished, test, vi } from "vitest";
import { migrate } from "../../prisma/migrate";
import { query } from "../testing/signed-in";
import { startReplicated } from "../testing/standby";
import { listenForExpiries } from "./cache/listen";
import { WatchedReplica } from "./replica";

test("a standby that did not follow to the new primary is not read, however far it has come", {
  timeout: 60_000,
}, async () => {
  const servers = await startReplicated(async (url) => {
    await migrate(url);
    await query(
      url,
      `INSERT INTO "Category" (id, slug, name, "updatedAt") VALUES ($1, 'db', 'Zero', now())`,
      [randomUUID()],
    );
  });
  onTestFinished(servers.remove);
  const former = await servers.failOver(async () => {
    for (let edit = 0; edit < 100; edit += 1) {
      await query(servers.primary.url, `UPDATE "Category" SET name = $1`, [`Lost ${edit}`]);
    }
  });
  const said: string[] = [];
  const replica = new WatchedReplica(former, {
    hears: () => listener.hears,
    log: { warn: (_, message) => void said.push(message), info: () => {} },
  });
  const listener = listenForExpiries(servers.standby.url, {
    expired: () => {},
    gone: () => {},
    everything: () => {},
    after: (primary) => replica.follow(primary),
  });
  onTestFinished(async () => {
    await listener.stop();
    await replica.stop();
  });
  await listener.begun;
  const [now] = await query<{ written: string }>(
    servers.standby.url,
    "SELECT pg_current_wal_insert_lsn()::text AS written",
  );
  const [ahead] = await query<{ yes: boolean }>(
    former,
    "SELECT pg_is_in_recovery() AND pg_last_wal_replay_lsn() > $1::pg_lsn AS yes",
    [now?.written],
  );
  expect(ahead).toEqual({ yes: true });
  // It is looked at again and again, as one that is behind.
  const looks = new Set<string>();
  await vi.waitFor(
    async () => {
      const [row] = await query<{ at: Date }>(
        former,
        "SELECT query_start AS at FROM pg_stat_activity WHERE application_name = 'nice-pick replica watch'",
      );
      looks.add(String(row?.at.toISOString()));
      expect(looks.size).toBeGreaterThan(3);
    },
    { timeout: 20_000 },
  );
  expect([replica.isCurrent, replica.isLastResort]).toEqual([false, false]);
  expect(said).toEqual([]);
});
