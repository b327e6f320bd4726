import { alignKeys, alignSameRows } from "./align";
import { listFormProblems } from "./check";
import { FORMS } from "./forms";
import { listOpenClashes, takeIn, withSent } from "./rebase";
import type { OpenClash, SyncState } from "./sync-types";
import { type FormOf, headOf, type ItemState, type ItemType } from "./types";

/** Takes in the item as the server has it now. */
export function absorb<T extends ItemType>(state: SyncState<T>, item: ItemState<FormOf[T]>): SyncState<T> {
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
  // Of a draft that was begun anew, nobody knows what of the record is in it.
  const goesOn =
    state.head.draft !== null && item.draft !== null && item.draft.baseVersion === state.draftBase;
  return withClashes(
    absorbLive(
      {
        ...state,
        ...taken,
        server: theirs,
        head: headOf(item),
        live: goesOn ? state.live : null,
        unsure: [],
        savedAt: item.draft?.savedAt ?? state.savedAt,
      },
      item,
    ),
  );
}

/** Takes in what went live below the draft since the draft last did. `state.live` is what is taken in, if known. */
function absorbLive<T extends ItemType>(
  state: SyncState<T>,
  { live, draft }: ItemState<FormOf[T]>,
): SyncState<T> {
  const draftBase = draft?.baseVersion ?? null;
  if (!live) return { ...state, draftBase, live: null };
  const { values, live: known } = state;
  if (!draft || draftBase === live.version) {
    const form = draft ? alignKeys(values, live.form) : state.server;
    return { ...state, draftBase, live: { version: live.version, form, base: form } };
  }
  if (known?.version === live.version) return { ...state, draftBase };
  const before = known?.base ?? alignKeys(values, draft.base ?? FORMS[state.type].empty());
  const form = alignKeys(before, live.form);
  const open = known ? listOpenClashes(known.base, values, known.form) : [];
  const taken = takeIn({ base: before, values }, form, open);
  return {
    ...state,
    draftBase,
    values: taken.values,
    live: { version: live.version, form, base: taken.base },
  };
}

/** What a reader of the head gets. */
export function contentOf<T extends ItemType>(type: T, { draft, live }: ItemState<FormOf[T]>): FormOf[T] {
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

export function withClashes<T extends ItemType>(state: SyncState<T>): SyncState<T> {
  const { base, values, server, live, head } = state;
  const from = head.draft === null ? "live" : "draft";
  const clashes: OpenClash[] = listOpenClashes(base, values, server).map((clash) => ({ ...clash, from }));
  const below = live && head.draft !== null ? listOpenClashes(live.base, values, live.form) : [];
  for (const clash of below) {
    if (!clashes.some(({ path }) => path === clash.path)) clashes.push({ ...clash, from: "live" });
  }
  return { ...state, clashes };
}
