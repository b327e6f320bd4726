import "server-only";
import { randomUUID } from "node:crypto";
import { Prisma } from "@/prisma/generated/client";
import { type ActionResult, done, type Refusal, refuse } from "../actions/result";
import { addressPrefix } from "../auth/address-prefix";
import { makeSecret, pseudonymOf } from "../auth/secrets";
import { type DbOrTransaction, db } from "../db";
import { tellEditors, thankReader } from "./notice-mutations";
import type { Suspicion } from "./states";
import { type Counts, gistOf, listSuspicions } from "./suspicion";

const HOUR_MS = 60 * 60_000;
const HOUR_S = 3_600;

/** How many messages are taken in an hour: from one network, and from everybody. */
const OF_NETWORK = 30;
/** The machine itself: a proxy that TRUST_PROXY does not know of stands for all of its readers. */
const OF_THIS_MACHINE = 300;
const OF_ALL = 30_000;

/** A network that has sent so many within the hour has nobody else thanked. */
const ACKNOWLEDGED_OF_NETWORK = 10;

const NONE: Counts = { ofNetwork: 0, ofAll: 0, ofText: 0 };

export type NewMessage = {
  key: string;
  /** The technologies by id, in the order of the page; null: the site as a whole. */
  sides: { leftId: string; rightId: string } | null;
  wouldPickId: string | null;
  message: string;
  builtWith: string | null;
  name: string | null;
  email: string | null;
  trap: string;
};

type Hashes = { content: string; text: string; network: string; email: string | null };

/**
 * Keeps a message, with whatever is to be mailed about it, in one transaction. The same key with the same content is
 * the message that is there already. Returns the token of its status page; refused when too many come. Messages of one
 * network are counted: have them stored one after the other.
 */
export async function storeMessage(
  message: NewMessage,
  sender: { address: string; now: Date },
): Promise<ActionResult<{ statusToken: string }>> {
  const { address, now } = sender;
  const hashes = hashesOf(message, address);
  const { key, email } = message;
  const row = { message, hashes, id: randomUUID(), statusToken: makeSecret(), now };
  // Most of what comes in a rush is of this sort, and one statement is all that it takes.
  const plain = email === null && listSuspicions({ ...message, blocked: false, counts: NONE }).length === 0;
  if (plain && (await insert(db(), { ...row, suspicions: [], joins: true }))) {
    return done({ statusToken: row.statusToken });
  }
  const before = await lookBack(key, hashes, now);
  if (before.statusToken !== null) return done({ statusToken: before.statusToken });
  const limited = refuseMany(before, address);
  if (limited) return limited;
  const suspicions = listSuspicions({ ...message, blocked: before.blocked, counts: before });
  const whole = { ...row, suspicions, joins: false };
  const thanks = before.ofNetwork < ACKNOWLEDGED_OF_NETWORK || isThisMachine(address);
  const kept = suspicions.length > 0 ? await insert(db(), whole) : await tell(whole, thanks);
  return done({ statusToken: kept ? row.statusToken : await findToken(key, hashes) });
}

type Row = {
  message: NewMessage;
  hashes: Hashes;
  suspicions: Suspicion[];
  id: string;
  statusToken: string;
  now: Date;
  /** Only into the digest that is being gathered. */
  joins: boolean;
};

/** Keeps a message with its mails: to the editors and, with `thanks`, to the reader. False when it is there already. */
function tell(row: Row, thanks: boolean): Promise<boolean> {
  const { id: feedbackId, hashes, now } = row;
  return db().$transaction(async (tx) => {
    if (!(await insert(tx, row))) return false;
    await tellEditors(tx, { feedbackId, now });
    if (thanks && hashes.email !== null) await thankReader(tx, { feedbackId, emailHash: hashes.email, now });
    return true;
  });
}

/**
 * One message; false when nothing was kept, because it is there already. With `joins` it is kept only when a digest is
 * being gathered, which is held until the message is in it, and when nothing like it came before: from its network
 * within the hour, or in its words within the day.
 */
async function insert(tx: DbOrTransaction, row: Row): Promise<boolean> {
  const { message, hashes, suspicions, id, statusToken, now, joins } = row;
  const { key, sides, wouldPickId, builtWith, name, email } = message;
  const { hourAgo, dayAgo } = startOf(now);
  const count = await tx.$executeRaw`
    WITH digest AS (
      SELECT id FROM "Mail" WHERE ${joins} AND state = 'queued' AND kind = 'digest' AND attempts = 0
      ORDER BY number LIMIT 1 FOR SHARE)
    INSERT INTO "Feedback" (id, key, "contentHash", "textHash", "emailHash", "networkHash", "leftId", "rightId",
      "wouldPickId", message, "builtWith", name, email, suspicions, state, "statusToken", "receivedAt", "noticeId")
    SELECT ${id}::uuid, ${key}, ${hashes.content}, ${hashes.text}, ${hashes.email}, ${hashes.network},
      ${sides?.leftId ?? null}::uuid, ${sides?.rightId ?? null}::uuid, ${wouldPickId}::uuid,
      ${message.message}, ${builtWith}, ${name}, ${email}, ${suspicions},
      ${suspicions.length > 0 ? "spam" : "new"}::"FeedbackState", ${statusToken}, ${now}, (SELECT id FROM digest)
    WHERE NOT ${joins} OR (EXISTS (SELECT 1 FROM digest)
      AND NOT EXISTS (SELECT 1 FROM "Feedback" WHERE "networkHash" = ${hashes.network} AND "receivedAt" > ${hourAgo})
      AND NOT EXISTS (SELECT 1 FROM "Feedback" WHERE "textHash" = ${hashes.text} AND "receivedAt" > ${dayAgo})
      AND NOT EXISTS (SELECT 1 FROM "BlockedSender" WHERE hash = ${hashes.network})
      AND (${countSince(hourAgo)}) < ${OF_ALL})
    ON CONFLICT (key, "contentHash") DO NOTHING`;
  return count === 1;
}

/** The same message came from elsewhere at the same moment. */
async function findToken(key: string, hashes: Hashes): Promise<string> {
  const where = { key_contentHash: { key, contentHash: hashes.content } };
  return (await db().feedback.findUniqueOrThrow({ where, select: { statusToken: true } })).statusToken;
}

type Before = Counts & { statusToken: string | null; blocked: boolean };

function startOf(now: Date): { hourAgo: Date; dayAgo: Date } {
  return { hourAgo: new Date(now.getTime() - HOUR_MS), dayAgo: new Date(now.getTime() - 24 * HOUR_MS) };
}

/** SQL for how many messages came since; about: they are numbered as they come, and some numbers go unused. */
function countSince(time: Date): Prisma.Sql {
  return Prisma.sql`COALESCE((SELECT max(number) FROM "Feedback") + 1 -
    (SELECT number FROM "Feedback" WHERE "receivedAt" > ${time} ORDER BY "receivedAt" LIMIT 1), 0)`;
}

/** All that has to be known of what came before. */
async function lookBack(key: string, hashes: Hashes, now: Date): Promise<Before> {
  const { hourAgo, dayAgo } = startOf(now);
  const [found] = await db().$queryRaw<Before[]>`
    SELECT
      (SELECT "statusToken" FROM "Feedback" WHERE key = ${key} AND "contentHash" = ${hashes.content}) AS "statusToken",
      (SELECT count(*)::int FROM (SELECT 1 FROM "Feedback" WHERE "networkHash" = ${hashes.network}
        AND "receivedAt" > ${hourAgo} LIMIT ${OF_THIS_MACHINE}) AS found) AS "ofNetwork",
      (SELECT count(*)::int FROM (SELECT 1 FROM "Feedback" WHERE "textHash" = ${hashes.text}
        AND "receivedAt" > ${dayAgo} LIMIT 100) AS found) AS "ofText",
      ${countSince(hourAgo)} AS "ofAll",
      EXISTS (SELECT 1 FROM "BlockedSender" WHERE hash IN (${hashes.network}, ${hashes.email}::text)) AS blocked`;
  if (!found) throw new Error("a SELECT without FROM gave no row");
  return found;
}

function refuseMany(before: Before, address: string): Refusal | null {
  const most = isThisMachine(address) ? OF_THIS_MACHINE : OF_NETWORK;
  if (before.ofNetwork >= most) {
    return refuse("limited", "Too many messages came from your network within the hour. Try again later.", {
      detail: { retryAfter: HOUR_S / 2 },
    });
  }
  if (before.ofAll < OF_ALL) return null;
  return refuse("limited", "More messages come in than we can take right now. Try again in a while.", {
    detail: { retryAfter: HOUR_S / 2 },
  });
}

function isThisMachine(address: string): boolean {
  return ["127.0.0.1", "0:0:0:0::/64"].includes(addressPrefix(address));
}

function hashesOf(message: NewMessage, address: string): Hashes {
  const { key: _key, trap: _trap, email, ...rest } = message;
  return {
    content: pseudonymOf("feedback content", JSON.stringify({ ...rest, email })),
    text: pseudonymOf("feedback text", gistOf(message.message)),
    network: pseudonymOf("feedback network", addressPrefix(address)),
    email: email === null ? null : pseudonymOf("feedback email", email.toLowerCase()),
  };
}
