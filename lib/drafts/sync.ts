import { alignKeys, alignSameRows } from "./align";
import { listFormProblems } from "./check";
import { FORMS } from "./forms";
import { sameForm, withLeaves } from "./leaves";
import type { Clash } from "./merge";
import { listOpenClashes, settleAgreed, takeIn, withSent } from "./rebase";
import { type FormOf, type Head, headOf, type ItemState, type ItemType } from "./types";

// One editor's work on one item, in one tab: what they see, what the server has, and what has to be saved. Pure: each
// function takes the state before an event and gives the state after it.
//
// Nothing that was typed is lost and nothing is overwritten unseen: what the server has new is merged into `values`;
// where both changed one text, `values` keeps the editor's, and what is saved keeps the server's, until the editor
// chooses. Hand over what stands in the fields (`typed`) before any event that may change `values`.

/** A clash with the draft as somebody else saved it, or with the record as it went live. */
export type OpenClash = Clash & { from: "draft" | "live" };

/** What is sent to be saved: `rebasedOn` is the live version whose changes the form has taken in. */
export type Save<F> = { form: F; seen: Head; rebasedOn?: number };

export type SyncState<T extends ItemType = ItemType> = {
  itemId: string;
  type: T;
  /** What the editor sees. */
  values: FormOf[T];
  /** The last of `server` that the editor has taken in; behind it where a clash is open. */
  base: FormOf[T];
  /** What a reader of `head` gets: the draft, else the live record, else an empty form. */
  server: FormOf[T];
  head: Head;
  /** The live version that the server's draft knows of. */
  draftBase: number | null;
  /** The record below the draft; `base` is what of it is taken in, and behind `form` where a clash is open. */
  live: { version: number; form: FormOf[T]; base: FormOf[T] } | null;
  /** At most one of a path: a clash with the draft is settled before one with the record. */
  clashes: OpenClash[];
  inFlight: Save<FormOf[T]> | null;
  /** Forms of which nobody knows whether they reached the server. */
  unsure: FormOf[T][];
  /** ISO; null before anything was saved. */
  savedAt: string | null;
  /** Whether a local copy had something that the server had not. */
  recovered: boolean;
};

/** What a browser keeps of the work on an item. */
export type LocalCopy<F> = {
  itemId: string;
  itemType: ItemType;
  base: F;
  values: F;
  head: Head;
  /** Forms that were sent, and may have arrived. */
  sent: F[];
  /** ISO. */
  savedAt: string;
};

/** More are not remembered: while nothing gets through, autosave goes on trying. */
const MOST_UNSURE = 3;

/** An item as it was read, with what this browser kept of it when it was left. */
export function opened<T extends ItemType>(
  type: T,
  item: ItemState<FormOf[T]>,
  copy?: LocalCopy<FormOf[T]> | null,
): SyncState<T> {
  const kept = copy && copy.itemId === item.id && copy.itemType === type ? copy : null;
  const first = kept ?? { base: contentOf(type, item), head: headOf(item), sent: [] };
  const state: SyncState<T> = {
    itemId: item.id,
    type,
    values: kept?.values ?? first.base,
    base: first.base,
    server: first.base,
    head: first.head,
    draftBase: null,
    live: null,
    clashes: [],
    inFlight: null,
    unsure: first.sent,
    savedAt: null,
    recovered: false,
  };
  const merged = absorb(state, item);
  return { ...merged, recovered: kept !== null && !sameForm(merged.values, merged.server) };
}

export function typed<T extends ItemType>(state: SyncState<T>, values: FormOf[T]): SyncState<T> {
  const { base, server, live } = state;
  // Without a clash nothing can be settled by typing: typing stays quick.
  if (state.clashes.length === 0) return { ...state, values };
  return withClashes({
    ...state,
    values,
    base: settleAgreed(base, values, server),
    live: live && { ...live, base: settleAgreed(live.base, values, live.form) },
  });
}

export function saveStarted<T extends ItemType>(state: SyncState<T>, save: Save<FormOf[T]>): SyncState<T> {
  return { ...state, inFlight: save };
}

/** The draft is what was sent; what was typed since is not saved yet. */
export function saveAccepted<T extends ItemType>(
  state: SyncState<T>,
  { draft, savedAt }: { draft: number; savedAt: string },
): SyncState<T> {
  const { inFlight, base, server, values } = state;
  if (!inFlight) return state;
  const { form, seen, rebasedOn } = inFlight;
  const open = listOpenClashes(base, values, server);
  return withClashes({
    ...state,
    base: withLeaves(
      form,
      open.map((clash) => ({ path: clash.path, value: clash.base })),
    ),
    server: form,
    head: { ...state.head, draft },
    draftBase: rebasedOn ?? (seen.draft === null ? seen.live : state.draftBase),
    inFlight: null,
    unsure: [],
    savedAt,
  });
}

/** Somebody was faster: nothing was saved, and `item` is what they left. */
export function saveRefusedStale<T extends ItemType>(
  state: SyncState<T>,
  item: ItemState<FormOf[T]>,
): SyncState<T> {
  return absorb({ ...state, inFlight: null }, item);
}

/** No answer, or none that says whether the save was made. */
export function saveFailed<T extends ItemType>(state: SyncState<T>): SyncState<T> {
  const { inFlight, unsure } = state;
  if (!inFlight) return state;
  return { ...state, inFlight: null, unsure: [...unsure, inFlight.form].slice(-MOST_UNSURE) };
}

/** What was sent is live, with its texts tidied. That is no clash with what was typed since. */
export function published<T extends ItemType>(state: SyncState<T>, item: ItemState<FormOf[T]>): SyncState<T> {
  const sent = state.inFlight?.form ?? state.values;
  const after = absorb({ ...state, inFlight: null, base: sent }, item);
  return withClashes({ ...after, base: after.server });
}

/**
 * What the server has was asked for and came. `asked` is `state.head` when it was asked for: if a save of our own was
 * answered since, or is on its way, the news may be older than what we know, and is left.
 */
export function remoteChanged<T extends ItemType>(
  state: SyncState<T>,
  item: ItemState<FormOf[T]>,
  asked: Head,
): SyncState<T> {
  if (state.inFlight || !sameHead(asked, state.head) || sameHead(headOf(item), state.head)) return state;
  return absorb(state, item);
}

export function clashResolved<T extends ItemType>(
  state: SyncState<T>,
  path: string,
  choice: "mine" | "theirs",
): SyncState<T> {
  const clash = state.clashes.find((one) => one.path === path);
  if (!clash) return state;
  const settled = [{ path, value: clash.theirs }];
  const values = choice === "mine" ? state.values : withLeaves(state.values, settled);
  const { live } = state;
  if (clash.from === "live" && live && state.head.draft !== null) {
    const base = settleAgreed(withLeaves(live.base, settled), values, live.form);
    return withClashes({ ...state, values, live: { ...live, base } });
  }
  return withClashes({
    ...state,
    values,
    base: settleAgreed(withLeaves(state.base, settled), values, state.server),
  });
}

/** What to save; null while there is nothing, or while a save is under way. */
export function toSave<T extends ItemType>(state: SyncState<T>): Save<FormOf[T]> | null {
  if (state.inFlight) return null;
  const save = nextSave(state);
  return save.rebasedOn === undefined && sameForm(save.form, state.server) ? null : save;
}

/** What to publish; null while a clash is open or a save under way. */
export function toPublish<T extends ItemType>(state: SyncState<T>): Save<FormOf[T]> | null {
  return state.inFlight || state.clashes.length > 0 ? null : nextSave(state);
}

/** Whether anything would be lost if the tab and its local copy went. */
export function isDirty(state: SyncState): boolean {
  return !sameForm(state.values, state.server);
}

function nextSave<T extends ItemType>(state: SyncState<T>): Save<FormOf[T]> {
  const { values, base, server, head, live, draftBase } = state;
  const open = listOpenClashes(base, values, server);
  const form = withLeaves(
    values,
    open.map(({ path, theirs }) => ({ path, value: theirs })),
  );
  const rebases = live && live.base === live.form && head.draft !== null && draftBase !== live.version;
  return { form, seen: head, ...(rebases && { rebasedOn: live.version }) };
}

/** Takes in the item as the server has it now. */
function absorb<T extends ItemType>(state: SyncState<T>, item: ItemState<FormOf[T]>): SyncState<T> {
  const { type, unsure } = state;
  const content = contentOf(type, item);
  // The rows of a draft have kept their keys; those of a record were read anew.
  const theirs = item.draft ? content : alignToWork(state, content);
  const base = [...unsure, ...unsure.flatMap((form) => tidied(type, form))].reduce(
    (known, sent) => withSent(known, sent, theirs),
    state.base,
  );
  const open = listOpenClashes(state.base, state.values, state.server);
  const taken = takeIn({ base, values: state.values }, theirs, open);
  return withClashes(
    absorbLive(
      {
        ...state,
        ...taken,
        server: theirs,
        head: headOf(item),
        unsure: [],
        savedAt: item.draft?.savedAt ?? state.savedAt,
      },
      item,
    ),
  );
}

function absorbLive<T extends ItemType>(
  state: SyncState<T>,
  { live, draft }: ItemState<FormOf[T]>,
): SyncState<T> {
  const draftBase = draft?.baseVersion ?? null;
  if (!live) return { ...state, draftBase, live: null };
  const isBehind = draft !== null && draftBase !== live.version;
  if (!isBehind) {
    const form = draft ? alignKeys(state.values, live.form) : state.server;
    return { ...state, draftBase, live: { version: live.version, form, base: form } };
  }
  const goesOn = state.live !== null && state.draftBase === draftBase;
  if (goesOn && state.live?.version === live.version) return state;
  const known = goesOn ? state.live?.base : undefined;
  const before = known ?? alignKeys(state.values, draft.base ?? FORMS[state.type].empty());
  const form = alignKeys(before, live.form);
  const open = known && state.live ? listOpenClashes(known, state.values, state.live.form) : [];
  const { values, base } = takeIn({ base: before, values: state.values }, form, open);
  return {
    ...state,
    draftBase,
    values,
    live: { version: live.version, form, base: settleAgreed(base, values, form) },
  };
}

function contentOf<T extends ItemType>(type: T, { draft, live }: ItemState<FormOf[T]>): FormOf[T] {
  return draft?.form ?? live?.form ?? FORMS[type].empty();
}

function alignToWork<T extends ItemType>(
  { type, base, unsure }: SyncState<T>,
  content: FormOf[T],
): FormOf[T] {
  const sent = unsure.flatMap((form) => [form, ...tidied(type, form)]);
  return sent.reduce((aligned, form) => alignSameRows(form, aligned), alignKeys(base, content));
}

/** The form as it is read back once it is published; nothing where it could not be. */
function tidied<T extends ItemType>(type: T, form: FormOf[T]): FormOf[T][] {
  const result = listFormProblems(type, form);
  return result.ok ? [alignKeys(form, FORMS[type].toForm(result.document))] : [];
}

function withClashes<T extends ItemType>(state: SyncState<T>): SyncState<T> {
  const { base, values, server, live, head } = state;
  const from = head.draft === null ? "live" : "draft";
  const clashes: OpenClash[] = listOpenClashes(base, values, server).map((clash) => ({ ...clash, from }));
  const below = live && head.draft !== null ? listOpenClashes(live.base, values, live.form) : [];
  for (const clash of below) {
    if (!clashes.some(({ path }) => path === clash.path)) clashes.push({ ...clash, from: "live" });
  }
  return { ...state, clashes };
}

function sameHead(one: Head, other: Head): boolean {
  return one.draft === other.draft && one.live === other.live;
}
