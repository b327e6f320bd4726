import "server-only";
import { Prisma } from "@/prisma/generated/client";
import { type ActionResult, done, refuse } from "../actions/result";
import { recordAudit } from "../audit/mutations";
import { canWriteDraft } from "../auth/permissions";
import type { Actor } from "../auth/types";
import { type DbOrTransaction, db } from "../db";
import { findRevisionForm } from "../revisions/queries";
import { holdItem } from "./head-queries";
import { readItemState, readLive } from "./queries";
import type { SaveInput, SeenItem } from "./schema";
import { draftTitle } from "./title-queries";
import type { Form, ItemState, ItemType } from "./types";

export type Saved = { draft: number; savedAt: string };

/** How many restores, one on top of another, can be taken back. */
const MOST_UNDOS = 10;

/** What a restore replaced: the draft's form, or null where there was no draft. */
type Undo = { form: Form | null }[];

/**
 * Keeps the form as the item's draft, beginning one where there is none. Nothing is written when the actor has not
 * seen the present draft and record. Once this returns, the text is in the database for good.
 */
export async function saveDraft(input: SaveInput & { actor: Actor }): Promise<ActionResult<Saved>> {
  return db().$transaction((tx) => saveDraftIn(tx, input));
}

/** The same inside a transaction. */
export async function saveDraftIn(
  tx: DbOrTransaction,
  input: SaveInput & { actor: Actor },
): Promise<ActionResult<Saved>> {
  const { itemType, itemId, seen, rebasedOn, form, actor } = input;
  const held = await holdItem(tx, { itemType, itemId, seen, actor });
  if (!held.ok) return held;
  if (rebasedOn !== undefined && rebasedOn !== held.value.live) {
    return refuse("invalid", "This was not written on the record in force.", {
      fields: { rebasedOn: "is not the version of the record" },
    });
  }
  const begins = held.value.draft === null;
  const rebases = rebasedOn !== undefined && held.value.baseVersion !== rebasedOn;
  const live = begins || rebases ? await readLive(tx, itemType, itemId) : null;
  const written = {
    ...(await draftTitle(tx, input)),
    document: form as Prisma.InputJsonObject,
    ...(live && { base: live.form as Prisma.InputJsonObject, baseVersion: live.version }),
    version: await nextDraftVersion(tx),
    updatedById: actor.id,
    updatedAt: new Date(),
  };
  const select = { version: true, updatedAt: true } as const;
  const row = begins
    ? await tx.draft.create({ data: { id: itemId, itemType, authorId: actor.id, ...written }, select })
    : await tx.draft.update({ where: { id: itemId }, data: written, select });
  if (begins) {
    await recordAudit(tx, {
      by: actor,
      action: "draft.begin",
      item: { type: itemType, id: itemId, name: written.title },
    });
  }
  return done({ draft: row.version, savedAt: row.updatedAt.toISOString() });
}

/** Takes the draft away; what is published stays as it is. The audit entry keeps the text, for `undoDiscard`. */
export async function discardDraft(
  input: SeenItem & { actor: Actor },
): Promise<ActionResult<{ state: ItemState }>> {
  return db().$transaction(async (tx) => {
    const held = await holdItem(tx, input);
    if (!held.ok) return held;
    if (held.value.draft === null) return refuse("not-found", "There is no draft to discard.");
    await setDraftAside(tx, input, "draft.discard");
    await tx.draft.delete({ where: { id: input.itemId }, select: { id: true } });
    return done({ state: await readItemState(tx, input.itemType, input.itemId) });
  });
}

type Discarded = { form: Form; base: Form | null; baseVersion: number | null; authorId: string };

/** Brings back the draft that was discarded last. */
export async function undoDiscard(input: {
  itemType: ItemType;
  itemId: string;
  actor: Actor;
}): Promise<ActionResult<{ state: ItemState }>> {
  const { itemType, itemId, actor } = input;
  return db().$transaction(async (tx) => {
    const seen = { draft: null, live: (await readLive(tx, itemType, itemId))?.version ?? null };
    const held = await holdItem(tx, { itemType, itemId, seen, actor });
    if (!held.ok) return held;
    const entry = await tx.auditEntry.findFirst({
      where: {
        itemId,
        itemType,
        action: { in: ["draft.discard", "draft.undo-restore"] },
        detail: { not: Prisma.DbNull },
      },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      select: { detail: true },
    });
    const discarded = entry?.detail as Discarded | null | undefined;
    if (!discarded) return refuse("not-found", "No draft of this was discarded.");
    if (!canWriteDraft(actor, discarded)) return refuse("forbidden", "Somebody else began this draft.");
    const { form, base, baseVersion, authorId } = discarded;
    const title = await draftTitle(tx, { itemType, form } as SaveInput);
    await tx.draft.create({
      data: {
        ...{ id: itemId, itemType, ...title, authorId, updatedById: actor.id },
        document: form as Prisma.InputJsonObject,
        ...(base && { base: base as Prisma.InputJsonObject, baseVersion }),
        version: await nextDraftVersion(tx),
      },
      select: { id: true },
    });
    await recordAudit(tx, {
      by: actor,
      action: "draft.undo-discard",
      item: { type: itemType, id: itemId, name: title.title },
    });
    return done({ state: await readItemState(tx, itemType, itemId) });
  });
}

/** Makes an old revision the draft. What it replaces is kept for `undoRestore`; the record in force is not touched. */
export async function restoreRevision(
  input: SeenItem & { revision: number; actor: Actor },
): Promise<ActionResult<{ state: ItemState }>> {
  const { itemType, itemId, revision, actor } = input;
  return db().$transaction(async (tx) => {
    const held = await holdItem(tx, input);
    if (!held.ok) return held;
    const old = await findRevisionForm(tx, { type: itemType, id: itemId, number: revision });
    if (!old) return refuse("not-found", `There is no version ${revision}.`);
    const before = await tx.draft.findUnique({
      where: { id: itemId },
      select: { document: true, undo: true },
    });
    const undo: Undo = [
      { form: (before?.document as Form | undefined) ?? null },
      ...((before?.undo as Undo | null | undefined) ?? []),
    ].slice(0, MOST_UNDOS);
    const saved = await saveDraftIn(tx, { ...input, form: old } as SaveInput & { actor: Actor });
    if (!saved.ok) return saved;
    await tx.draft.update({
      where: { id: itemId },
      data: { undo: undo as unknown as Prisma.InputJsonArray },
      select: { id: true },
    });
    await recordAudit(tx, {
      by: actor,
      action: "draft.restore",
      item: { type: itemType, id: itemId },
      detail: { revision },
    });
    return done({ state: await readItemState(tx, itemType, itemId) });
  });
}

/**
 * Puts back what the newest restore replaced. Where that was a draft, the two change places, so that taking back can be
 * taken back; where there was none, what was written since is kept as a discarded draft is.
 */
export async function undoRestore(
  input: SeenItem & { actor: Actor },
): Promise<ActionResult<{ state: ItemState }>> {
  const { itemType, itemId, actor } = input;
  return db().$transaction(async (tx) => {
    const held = await holdItem(tx, input);
    if (!held.ok) return held;
    const row = await tx.draft.findUnique({ where: { id: itemId }, select: { document: true, undo: true } });
    const [newest, ...older] = (row?.undo as Undo | null | undefined) ?? [];
    if (!row || !newest) return refuse("not-found", "There is no restore to take back.");
    if (newest.form === null) {
      await setDraftAside(tx, input, "draft.undo-restore");
      await tx.draft.delete({ where: { id: itemId }, select: { id: true } });
      return done({ state: await readItemState(tx, itemType, itemId) });
    }
    const saved = await saveDraftIn(tx, { ...input, form: newest.form } as SaveInput & { actor: Actor });
    if (!saved.ok) return saved;
    const undo = [{ form: row.document }, ...older] as unknown as Prisma.InputJsonArray;
    await tx.draft.update({ where: { id: itemId }, data: { undo }, select: { id: true } });
    await recordAudit(tx, {
      by: actor,
      action: "draft.undo-restore",
      item: { type: itemType, id: itemId },
    });
    return done({ state: await readItemState(tx, itemType, itemId) });
  });
}

async function setDraftAside(
  tx: DbOrTransaction,
  { itemType, itemId, actor }: { itemType: ItemType; itemId: string; actor: Actor },
  action: string,
): Promise<void> {
  const draft = await tx.draft.findUniqueOrThrow({ where: { id: itemId } });
  const { document, base, baseVersion, authorId, title } = draft;
  await recordAudit(tx, {
    by: actor,
    action,
    item: { type: itemType, id: itemId, name: title },
    detail: { form: document, base, baseVersion, authorId } as Prisma.InputJsonObject,
  });
}

async function nextDraftVersion(tx: DbOrTransaction): Promise<number> {
  const [row] = await tx.$queryRaw<{ version: number }[]>`SELECT nextval('"DraftVersion"')::int AS version`;
  if (!row) throw new Error("The sequence of draft versions gave no number.");
  return row.version;
}
