import "server-only";
import { type ActionResult, done, type Refusal, refuse } from "../actions/result";
import { recordAudit } from "../audit/mutations";
import type { Actor } from "../auth/types";
import { publishCategory } from "../categories/mutations";
import { publishComparison } from "../comparisons/mutations";
import { type DbOrTransaction, db } from "../db";
import { isUniqueViolation } from "../errors";
import { publishTechnology } from "../technologies/mutations";
import { listFormProblems } from "./check";
import { type Held, holdItem, refuseStale, TABLES } from "./head-queries";
import {
  changesPick,
  countInCategory,
  findComparisonPlace,
  listCategoryProblems,
  listTechnologyProblems,
} from "./publish-queries";
import { readItemState } from "./queries";
import type { PublishInput, SeenItem } from "./schema";
import type { ItemState } from "./types";

export type Published = { live: number | null; path: string | null; state: ItemState };

/**
 * Saves the form and puts it on the site, in one step and one transaction: the rows, a revision, an audit entry, and
 * the draft is gone. Refused, it changes nothing, and says what is wrong at which field.
 */
export async function publishItem(
  input: PublishInput & { actor: Actor; now: Date },
): Promise<ActionResult<Published>> {
  const { itemType, itemId, actor } = input;
  const publication = db().$transaction(async (tx): Promise<ActionResult<Published>> => {
    const held = await holdItem(tx, input);
    if (!held.ok) return held;
    if (isBehind(held.value, input.rebasedOn)) return refuseStale(tx, itemType, itemId);
    const refused = await publishForm(tx, input);
    if (refused) return refused;
    await tx.draft.deleteMany({ where: { id: itemId } });
    const state = await readItemState(tx, itemType, itemId);
    await recordAudit(tx, {
      by: actor,
      action: `${itemType}.publish`,
      item: { type: itemType, id: itemId, name: state.live?.path ?? itemId },
      ...(input.reason !== undefined && { detail: { reason: input.reason } }),
    });
    return done({ live: state.live?.version ?? null, path: state.live?.path ?? null, state });
  });
  return publication.catch(asTaken);
}

/** The record has changed under the draft, and nobody has looked at what that means for it. */
function isBehind({ draft, live, baseVersion }: Held, rebasedOn: number | undefined): boolean {
  return draft !== null && live !== null && baseVersion !== live && rebasedOn !== live;
}

/** Null when it is done. */
async function publishForm(
  tx: DbOrTransaction,
  input: PublishInput & { actor: Actor; now: Date },
): Promise<Refusal | null> {
  const { itemId: id, actor: by, reason, now } = input;
  const how = { id, by, ...(reason !== undefined && { reason }) };
  switch (input.itemType) {
    case "technology": {
      const check = listFormProblems("technology", input.form);
      if (!check.ok) return refuseFields(check.fields);
      const problems = await listTechnologyProblems(tx, id, check.document);
      if (hasAny(problems)) return refuseFields(problems);
      await publishTechnology(tx, { ...how, document: check.document });
      return null;
    }
    case "comparison": {
      const check = listFormProblems("comparison", input.form);
      if (!check.ok) return refuseFields(check.fields);
      const place = await findComparisonPlace(tx, id, check.document);
      if (hasAny(place.problems)) return refuseFields(place.problems);
      if (reason === undefined && (await changesPick(tx, id, place.document))) {
        return refuseFields({ publishReason: "is required, because the pick changes" });
      }
      await publishComparison(tx, { ...how, document: place.document, now });
      return null;
    }
    case "category": {
      const check = listFormProblems("category", input.form);
      if (!check.ok) return refuseFields(check.fields);
      const problems = await listCategoryProblems(tx, id, check.document);
      if (hasAny(problems)) return refuseFields(problems);
      await publishCategory(tx, { ...how, document: check.document });
      return null;
    }
  }
}

/** Takes an item off the site. Its record, its history and its draft stay; its address is a 404. */
export async function unpublishItem(
  input: SeenItem & { reason?: string | undefined; actor: Actor },
): Promise<ActionResult<{ state: ItemState }>> {
  const { itemType, itemId, reason, actor } = input;
  return db().$transaction(async (tx) => {
    const held = await holdItem(tx, input);
    if (!held.ok) return held;
    const before = await readItemState(tx, itemType, itemId);
    if (before.live?.state !== "live") return refuse("conflict", "This is not on the site.");
    const used = itemType === "category" ? await countInCategory(tx, itemId) : 0;
    if (used > 0) {
      return refuse(
        "conflict",
        `${used === 1 ? "A technology is" : `${used} technologies are`} in this category.`,
      );
    }
    await tx.$executeRaw`
      UPDATE ${TABLES[itemType]} SET state = 'unpublished', version = version + 1, "updatedAt" = now()
      WHERE id = ${itemId}::uuid`;
    // The draft that was open has seen this: only the state has changed.
    await tx.draft.updateMany({
      where: { id: itemId, baseVersion: before.live.version },
      data: { baseVersion: before.live.version + 1 },
    });
    await recordAudit(tx, {
      by: actor,
      action: `${itemType}.unpublish`,
      item: { type: itemType, id: itemId, name: before.live.path ?? itemId },
      ...(reason !== undefined && { detail: { reason } }),
    });
    return done({ state: await readItemState(tx, itemType, itemId) });
  });
}

/** Two publications at once may want one slug or one pair: the database lets the first have it. */
function asTaken(error: unknown): Refusal {
  if (!isUniqueViolation(error)) throw error;
  return refuse("conflict", "Something else was published at this address just now. Look again.");
}

function refuseFields(fields: Record<string, string>): Refusal {
  return refuse("invalid", "This cannot be published as it is.", { fields });
}

function hasAny(problems: Record<string, string>): boolean {
  return Object.keys(problems).length > 0;
}
