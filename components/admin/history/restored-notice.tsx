"use client";

import { useState } from "react";
import { itemPath } from "@/components/admin/item-path";
import { send } from "@/components/forms/send";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { headOf, type ItemState, type ItemType } from "@/lib/drafts/types";

type Props = {
  type: ItemType;
  /** The item as the page found it. */
  state: Pick<ItemState, "id" | "live" | "draft"> | null;
  /** What the address says was restored. */
  asked: string | string[] | undefined;
};

/** Says, above the editor, that an old version is the draft now, and takes that back. */
export function RestoredNotice({ type, state, asked }: Props) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const isVersion = typeof asked === "string" && /^[1-9]\d{0,8}$/.test(asked);
  if (!isVersion || !state?.draft?.canUndoRestore) return null;
  const undo = async () => {
    setBusy(true);
    const seen = headOf({ ...state, type });
    const answer = await send("/api/admin/drafts/undo-restore", { itemType: type, itemId: state.id, seen });
    // Busy until the page is there anew.
    if (answer.ok) return location.replace(itemPath(type, state.id));
    setBusy(false);
    setFailure(
      answer.code === "stale"
        ? "You have written on since. “Undo the restore”, under More, takes that back as well."
        : answer.message,
    );
  };
  return (
    <div className="mb-4">
      <Notice
        tone={failure === null ? "good" : "bad"}
        title={failure === null ? `Version ${asked} is your draft now` : "The restore was not undone"}
        action={
          <Button size="small" busy={busy} onClick={undo}>
            Undo
          </Button>
        }
      >
        {failure ?? "Nothing has changed on the site. Publish it, or go on writing."}
      </Notice>
    </div>
  );
}
