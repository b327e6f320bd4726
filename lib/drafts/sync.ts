import { absorb, contentOf, withClashes } from "./absorb";
import { sameForm, withLeaves } from "./leaves";
import { listOpenClashes, settleAgreed } from "./rebase";
import type { LocalCopy, Save, SyncState } from "./sync-types";
import { type FormOf, type Head, headOf, type ItemState, type ItemType } from "./types";

// One editor's work on one item, in one tab: what they see, what the server has, and what has to be saved. Pure: each
// function takes the state before an event and gives the state after it.
//
// Nothing that was typed is lost and nothing is overwritten unseen: what the server has new is merged into `values`;
// where both changed one text, `values` keeps the editor's, and what is saved keeps the server's, until the editor
// chooses. Hand over what stands in the fields (`typed`) before any event that may change `values`.

export type { LocalCopy, OpenClash, Save, SyncState } from "./sync-types";

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
  return { ...state, inFlight: null, unsure: listUnsure(state) };
}

/** What may have arrived, as far as the editor wrote it: of an open clash, a save has what somebody else wrote. */
export function listUnsure<T extends ItemType>(state: SyncState<T>): FormOf[T][] {
  const { inFlight, unsure, base, values, server } = state;
  if (!inFlight) return unsure;
  const open = listOpenClashes(base, values, server);
  const own = withLeaves(
    inFlight.form,
    open.map((clash) => ({ path: clash.path, value: clash.base })),
  );
  return [...unsure, own].slice(-MOST_UNSURE);
}

/** What was sent is live, with its texts tidied. That is no clash with what was typed since. */
export function published<T extends ItemType>(state: SyncState<T>, item: ItemState<FormOf[T]>): SyncState<T> {
  const sent = state.inFlight?.form ?? state.values;
  const after = absorb({ ...state, inFlight: null, base: sent, server: sent }, item);
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

function sameHead(one: Head, other: Head): boolean {
  return one.draft === other.draft && one.live === other.live;
}
