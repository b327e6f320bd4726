import "server-only";
import { namedProblems } from "../actions/respond";
import { type ActionResult, done, refuse } from "../actions/result";
import { recordAudit } from "../audit/mutations";
import { addressPrefix } from "../auth/address-prefix";
import { consume, limitersFor, plainErrors } from "../auth/limiter-mutations";
import { pseudonymOf } from "../auth/secrets";
import type { Actor } from "../auth/types";
import { type DbOrTransaction, db } from "../db";
import { findComparisonPath } from "../search/address";
import { findNamed } from "../search/find";
import { wantedSchema } from "./schema";

const HOUR_S = 3_600;
const DAY_MS = 24 * 60 * 60_000;

/** Beyond so many, what fewest asked for longest ago goes. */
const MOST_WANTED = 10_000;
/** How long it is known which network has asked, and how long a text is kept that nobody asks for any more. */
const ASKER_DAYS = 30;
const TEXT_DAYS = 365;

const limiters = limitersFor("wanted", {
  network: { points: 20, duration: HOUR_S },
  everybody: { points: 2_000, duration: HOUR_S },
});

/**
 * Counts that a reader wants what is not on file: once for a network, under a keyed hash that differs for each text.
 * Refused for what is on file, by name or alias, or is a comparison of two that are.
 */
export async function askFor(ask: {
  fields: unknown;
  address: string;
  now: Date;
}): Promise<ActionResult<{ text: string }>> {
  const parsed = wantedSchema.safeParse(ask.fields);
  if (!parsed.success) return refuseFields(namedProblems(parsed.error));
  const { text } = parsed.data;
  const network = addressPrefix(ask.address);
  const limit = await plainErrors(async () => {
    const own = await consume(limiters().network, pseudonymOf("wanted network", network));
    return own.over ? own : consume(limiters().everybody, "all");
  });
  if (limit.over) {
    return refuse("limited", "Too many wishes came within the hour. Try again later.", {
      detail: { retryAfter: limit.seconds },
    });
  }
  if ((await findNamed(text)) ?? (await findComparisonPath(text))) {
    return refuseFields({ text: "is on file already: search for it" });
  }
  await keepWish({ text, network, now: ask.now });
  return done({ text });
}

async function keepWish({ text, network, now }: { text: string; network: string; now: Date }): Promise<void> {
  await db().$transaction(async (tx) => {
    const [wanted] = await tx.$queryRaw<{ id: string; key: string; isNew: boolean }[]>`
      INSERT INTO "Wanted" AS wanted (id, text, key, "firstAt", "lastAt")
      VALUES (gen_random_uuid(), ${text}, search_fold(${text}::text), ${now}, ${now})
      ON CONFLICT (key) DO UPDATE SET "lastAt" = GREATEST(wanted."lastAt", EXCLUDED."lastAt")
      RETURNING id::text, key, asked = 0 AS "isNew"`;
    if (!wanted) return;
    const { id, key, isNew } = wanted;
    await tx.$executeRaw`
      WITH heard AS (
        INSERT INTO "WantedBy" ("wantedId", "askerHash", at)
        VALUES (${id}::uuid, ${pseudonymOf("wanted", network, key)}, ${now}) ON CONFLICT DO NOTHING RETURNING 1
      )
      UPDATE "Wanted" SET asked = asked + 1 WHERE id = ${id}::uuid AND EXISTS (SELECT 1 FROM heard)`;
    if (isNew) await makeRoom(tx, id);
  });
}

async function makeRoom(tx: DbOrTransaction, id: string): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM "Wanted" WHERE id IN (
      SELECT id FROM "Wanted" WHERE id <> ${id}::uuid ORDER BY asked, "lastAt", id
      LIMIT GREATEST(0, (SELECT count(*) FROM "Wanted") - ${MOST_WANTED}::int))`;
}

function refuseFields(fields: Record<string, string>) {
  return refuse("invalid", "We cannot put this down as it is.", { fields });
}

/** Takes a wish off the editors' list for good; what is asked for again is counted, and stays off it. */
export async function dismissWanted(input: {
  id: string;
  actor: Actor;
  now: Date;
}): Promise<ActionResult<null>> {
  const { id, actor, now } = input;
  return db().$transaction(async (tx) => {
    const [dismissed] = await tx.$queryRaw<{ text: string }[]>`
      UPDATE "Wanted" SET "dismissedAt" = ${now} WHERE id = ${id}::uuid AND "dismissedAt" IS NULL RETURNING text`;
    if (!dismissed) return refuse("not-found", "This wish is not on the list any more.");
    await recordAudit(tx, { by: actor, action: "wanted.dismiss", item: { name: dismissed.text } });
    return done(null);
  });
}

/** Forgets who asked after 30 days, and what nobody has asked for in a year. */
export async function forgetWanted({ now }: { now: Date }): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS);
  await db().wantedBy.deleteMany({ where: { at: { lte: before(ASKER_DAYS) } } });
  await db().wanted.deleteMany({ where: { lastAt: { lte: before(TEXT_DAYS) } } });
}
