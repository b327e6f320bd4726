import "server-only";
import { namedProblems } from "../actions/respond";
import { type ActionResult, done, refuse } from "../actions/result";
import { addressPrefix } from "../auth/address-prefix";
import { consume, limitersFor, plainErrors } from "../auth/limiter-mutations";
import { pseudonymOf } from "../auth/secrets";
import { db } from "../db";
import { pairSegment } from "../pair/pair";
import type { Tally, VoteChoice, Voted } from "./choices";
import { resolveVerdict, verdictKey } from "./resolve";
import { voteSchema } from "./schema";

const HOUR_S = 3_600;

/** Votes of one network in an hour, on whichever pairs, changes of mind included. */
const limiters = limitersFor("vote", { network: { points: 60, duration: HOUR_S } }, { clears: "network" });

const PROBLEMS = { pair: "is not a comparison on this site", pick: "is neither side" };

/**
 * Counts a reader's vote on a verdict: `fields` as they came. A network has one vote on a pair: another one takes the
 * place of the first, whatever the verdict was then, and "none" takes it back. Returns how the votes on this verdict
 * stand now. No address is kept, only a keyed hash, another one for each pair.
 */
export async function castVote(cast: {
  fields: unknown;
  address: string;
  now: Date;
}): Promise<ActionResult<Voted>> {
  const parsed = voteSchema.safeParse(cast.fields);
  if (!parsed.success) return refuseFields(namedProblems(parsed.error));
  const network = addressPrefix(cast.address);
  const { over, seconds } = await plainErrors(() =>
    consume(limiters().network, pseudonymOf("vote network", network)),
  );
  if (over) {
    return refuse("limited", "Too many votes came from your network within the hour. Try again later.", {
      detail: { retryAfter: seconds },
    });
  }
  const { choice, ...asked } = parsed.data;
  const resolved = await resolveVerdict(asked);
  if (!resolved.ok) return refuseFields({ [resolved.field]: PROBLEMS[resolved.field] });
  const { left, right } = resolved.value;
  const key = verdictKey(resolved.value);
  const voterHash = pseudonymOf("vote", network, key.leftId, key.rightId);
  const tally = await keepVote({ ...key, voterHash, choice, now: cast.now });
  return done({ pair: pairSegment({ left: left.slug, right: right.slug }), choice, ...tally });
}

type NewVote = ReturnType<typeof verdictKey> & { voterHash: string; choice: VoteChoice; now: Date };

/** In one transaction: the vote takes the place of the voter's last one, in the tallies too. */
async function keepVote(vote: NewVote): Promise<Tally> {
  const { leftId, rightId, verdict, voterHash, choice, now } = vote;
  const client = db();
  const [, , tally] = await client.$transaction([
    // One voter's votes come one after the other: the next statement sees the vote before it, or none.
    client.$queryRaw`
      SELECT 1 AS one FROM (SELECT pg_advisory_xact_lock(hashtextextended(${`vote ${voterHash}`}::text, 0))) AS held`,
    // The tallies are changed in the order of their names, so that no two voters wait for each other.
    client.$executeRaw`
      WITH before AS (
        SELECT verdict, agrees FROM "Vote"
        WHERE "leftId" = ${leftId}::uuid AND "rightId" = ${rightId}::uuid AND "voterHash" = ${voterHash}
      ), after AS (
        SELECT ${verdict}::text AS verdict, ${choice === "agree"}::boolean AS agrees
        WHERE ${choice !== "none"}::boolean
      ), taken AS (
        DELETE FROM "Vote" WHERE "leftId" = ${leftId}::uuid AND "rightId" = ${rightId}::uuid
          AND "voterHash" = ${voterHash} AND ${choice === "none"}::boolean
      ), given AS (
        INSERT INTO "Vote" ("leftId", "rightId", "voterHash", verdict, agrees, "createdAt", "updatedAt")
        SELECT ${leftId}::uuid, ${rightId}::uuid, ${voterHash}, verdict, agrees, ${now}::timestamptz, ${now}::timestamptz
        FROM after
        ON CONFLICT ("leftId", "rightId", "voterHash") DO UPDATE
        SET verdict = EXCLUDED.verdict, agrees = EXCLUDED.agrees, "updatedAt" = EXCLUDED."updatedAt"
      ), change AS (
        SELECT verdict, -agrees::int AS agrees, -(NOT agrees)::int AS disagrees FROM before
        UNION ALL SELECT verdict, agrees::int, (NOT agrees)::int FROM after
      )
      INSERT INTO "VoteTally" AS tally ("leftId", "rightId", verdict, agrees, disagrees)
      SELECT ${leftId}::uuid, ${rightId}::uuid, verdict, sum(agrees), sum(disagrees)
      FROM change GROUP BY verdict ORDER BY verdict
      ON CONFLICT ("leftId", "rightId", verdict) DO UPDATE
      SET agrees = tally.agrees + EXCLUDED.agrees, disagrees = tally.disagrees + EXCLUDED.disagrees`,
    client.voteTally.findUnique({
      where: { leftId_rightId_verdict: { leftId, rightId, verdict } },
      select: { agrees: true, disagrees: true },
    }),
  ]);
  return tally ?? { agrees: 0, disagrees: 0 };
}

function refuseFields(fields: Record<string, string>) {
  return refuse("invalid", "This vote cannot be counted as it is.", { fields });
}
