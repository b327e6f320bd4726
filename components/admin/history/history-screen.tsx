import type { ReactNode } from "react";
import { historyPath, itemPath } from "@/components/admin/item-path";
import { TextLink } from "@/components/ui/text-link";
import type { Change } from "@/lib/drafts/diff";
import type { Head, ItemType } from "@/lib/drafts/types";
import type { Shown } from "@/lib/revisions/choose";
import { Changes } from "./changes";
import { RestoreButton } from "./restore-button";
import { type VersionEntry, Versions, versionText } from "./versions";

type Props = {
  type: ItemType;
  id: string;
  /** What the item is called. */
  title: string;
  /** Newest first, with the draft before all. */
  versions: VersionEntry[];
  shown: Shown | null;
  /** Null where one of the two is of a form that cannot be read any more. */
  changes: Change[] | null;
  seen: Head;
  mayRestore: boolean;
  /** ISO. */
  now: string;
};

/** All versions of an item, what changed from one to another, and the way back to any. */
export function HistoryScreen(props: Props) {
  const { type, id, title, versions, shown, changes, seen, mayRestore, now } = props;
  const path = historyPath(type, id);
  return (
    <div className="space-y-6">
      <header>
        <p className="text-sm">
          <TextLink href={itemPath(type, id)}>Back to the editor</TextLink>
        </p>
        <h1
          className={`mt-1 font-bold tracking-tight ${title.length > 44 ? "text-xl md:text-2xl" : "text-3xl"}`}
        >
          History of {title}
        </h1>
      </header>
      <div className="grid gap-10 lg:grid-cols-[minmax(0,5fr)_minmax(0,3fr)] lg:gap-12">
        <section className="min-w-0 space-y-4" aria-labelledby="changes">
          <h2 id="changes" className="font-bold text-xl tracking-tight">
            {headingOf(shown)}
          </h2>
          {shown?.restores && typeof shown.to === "number" && (
            <div className="space-y-3">
              <p className="max-w-[66ch] text-soft">
                {shown.from === "draft"
                  ? `Version ${shown.to} takes the place of the draft, and you can undo that.`
                  : `Version ${shown.to} becomes a draft, and you can undo that.`}{" "}
                Readers see none of it before you publish.
              </p>
              {mayRestore ? (
                <RestoreButton type={type} id={id} seen={seen} revision={shown.to} back={path} />
              ) : (
                <p>Somebody else began this draft: only editors may go on with it.</p>
              )}
            </div>
          )}
          <Body shown={shown} changes={changes} />
        </section>
        <section className="min-w-0" aria-labelledby="versions">
          <h2 id="versions" className="mb-2 font-bold text-xl tracking-tight">
            Versions
          </h2>
          {versions.length === 0 ? (
            <Nothing>Nothing of this was published or saved yet.</Nothing>
          ) : (
            <Versions path={path} versions={versions} shown={shown} mayRestore={mayRestore} now={now} />
          )}
        </section>
      </div>
    </div>
  );
}

function headingOf(shown: Shown | null): string {
  if (!shown) return "Changes";
  if (shown.restores) return `What restoring ${versionText(shown.to)} changes`;
  return `From ${versionText(shown.from)} to ${versionText(shown.to)}`;
}

function Body({ shown, changes }: { shown: Shown | null; changes: Change[] | null }) {
  if (!shown) return <Nothing>There is only one version so far: nothing to compare it with.</Nothing>;
  if (!changes) return <Nothing>One of these versions cannot be read any more.</Nothing>;
  return <Changes changes={changes} />;
}

function Nothing({ children }: { children: ReactNode }) {
  return (
    <p className="rounded-xl border border-line border-dashed px-5 py-10 text-center text-soft">{children}</p>
  );
}
