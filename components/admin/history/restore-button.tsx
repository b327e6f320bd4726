"use client";

import { useState } from "react";
import { itemPath } from "@/components/admin/item-path";
import { send } from "@/components/forms/send";
import { Button, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Head, ItemType } from "@/lib/drafts/types";

type Props = {
  type: ItemType;
  id: string;
  /** What stood on the page when it was made: restoring on top of anything else is refused. */
  seen: Head;
  revision: number;
  /** Where to go instead. */
  back: string;
};

/** Makes an old version the draft, and leads to it. What is live does not change. */
export function RestoreButton({ type, id, seen, revision, back }: Props) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<{ message: string; stale: boolean } | null>(null);
  const restore = async () => {
    setBusy(true);
    setFailure(null);
    const answer = await send("/api/admin/drafts/restore", { itemType: type, itemId: id, seen, revision });
    // Busy until the next page is there.
    if (answer.ok) return location.assign(`${itemPath(type, id)}?restored=${revision}`);
    setBusy(false);
    setFailure({ message: answer.message, stale: answer.code === "stale" });
  };
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" busy={busy} onClick={restore}>
          Restore version {revision}
        </Button>
        <ButtonLink href={back}>Leave things as they are</ButtonLink>
      </div>
      {failure && (
        <Notice
          tone="bad"
          title="Nothing was restored"
          action={
            failure.stale && (
              <Button size="small" onClick={() => location.reload()}>
                Look again
              </Button>
            )
          }
        >
          {failure.message}
        </Notice>
      )}
    </div>
  );
}
