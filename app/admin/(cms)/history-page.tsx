import { requireItem } from "@/app/admin/(cms)/read-editor";
import { HistoryScreen } from "@/components/admin/history/history-screen";
import { requireActor } from "@/lib/auth/actor";
import { canWriteDraft } from "@/lib/auth/permissions";
import { findSideNames } from "@/lib/comparisons/pair-queries";
import { listChanges } from "@/lib/drafts/diff";
import { type Form, type FormOf, headOf, type ItemState, type ItemType } from "@/lib/drafts/types";
import { chooseVersions, historySchema, type VersionRef } from "@/lib/revisions/choose";
import { findRevision, listRevisions } from "@/lib/revisions/queries";

export type HistoryProps = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The page of an item's history, the same for every type. */
export async function HistoryPage<T extends ItemType>({
  type,
  params,
  searchParams,
}: HistoryProps & { type: T }) {
  const actor = await requireActor("history.read");
  const state = await requireItem(type, (await params).id);
  const { id, draft } = state;
  const revisions = await listRevisions(type, id);
  const numbers = revisions.map(({ number }) => number);
  const asked = historySchema.parse(await searchParams);
  const shown = chooseVersions(asked, { numbers, hasDraft: draft !== null });
  const [from, to] = shown
    ? await Promise.all([findForm(state, shown.from), findForm(state, shown.to)])
    : [null, null];
  return (
    <HistoryScreen
      type={type}
      id={id}
      title={await titleOf(state)}
      versions={[
        ...(draft ? [{ version: "draft" as const, by: draft.savedBy, at: draft.savedAt }] : []),
        ...revisions.map(({ number, actor: by, at, reason }) => ({
          version: number,
          by,
          at,
          ...(reason && { reason }),
        })),
      ]}
      shown={shown}
      changes={from && to && listChanges(type, from, to)}
      seen={headOf(state)}
      mayRestore={canWriteDraft(actor, draft)}
      now={new Date().toISOString()}
    />
  );
}

async function findForm<T extends ItemType>(
  { id, type, draft }: ItemState<FormOf[T]>,
  version: VersionRef,
): Promise<FormOf[T] | null> {
  if (version === "draft") return draft?.form ?? null;
  return (await findRevision(type as T, id, version))?.form ?? null;
}

async function titleOf({ draft, live }: ItemState<Form>): Promise<string> {
  const form = draft?.form ?? live?.form;
  if (!form) return "nothing";
  if ("name" in form) return form.name.trim() || "something without a name";
  const { left, right } = await findSideNames(form);
  return `${left.name} vs ${right.name}`;
}
