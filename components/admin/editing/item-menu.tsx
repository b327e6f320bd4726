"use client";

import { useState } from "react";
import { historyPath } from "@/components/admin/item-path";
import { ConfirmDialog } from "@/components/ui/dialog";
import { Menu, MenuItem, MenuLink, MenuSeparator } from "@/components/ui/menu";
import { useToast } from "@/components/ui/toast";
import type { ItemType } from "@/lib/drafts/types";
import type { PreviewLinkView } from "@/lib/previews/types";
import type { EditorData } from "./editor-data";
import { PreviewLinks } from "./preview-links";
import type { EditingSession } from "./session";
import type { Outcome } from "./session-types";
import { useSessionValue } from "./use-editing-session";

type Props<T extends ItemType> = {
  session: EditingSession<T>;
  type: T;
  id: string;
  may: EditorData<T>["may"];
  previews: PreviewLinkView[];
};

type Open = "previews" | "discard" | "unpublish" | null;

/** What can be done with an item beside writing and publishing it. */
export function ItemMenu<T extends ItemType>({ session, type, id, may, previews }: Props<T>) {
  const { live, hasDraft, canUndoRestore, busy } = useSessionValue(session, (all) => all);
  const [open, setOpen] = useState<Open>(null);
  const toast = useToast();
  const close = (isOpen: boolean) => !isOpen && setOpen(null);
  const isOnServer = live !== null || hasDraft;
  // Whoever may write a draft may show it around; categories have no page to be shown.
  const mayShare = type !== "category" && isOnServer && (may.share || (may.write && hasDraft));

  const settle = async (deed: Promise<Outcome>, done: Parameters<typeof toast>[0]) => {
    const outcome = await deed;
    setOpen(null);
    toast(outcome.kind === "done" ? done : { text: outcome.message, tone: "bad" });
  };
  const discard = () =>
    settle(session.discard(), {
      text: live ? "The changes are discarded." : "The draft is discarded.",
      action: {
        label: "Undo",
        onPress: () => void settle(session.undoDiscard(), { text: "The draft is back as it was." }),
      },
    });

  return (
    <>
      <Menu label={`More about this ${type}`} trigger="More" size="normal">
        {live?.path && <MenuLink href={live.path}>View on the site</MenuLink>}
        {mayShare && <MenuItem onPress={() => setOpen("previews")}>Preview links…</MenuItem>}
        {isOnServer && <MenuLink href={historyPath(type, id)}>History</MenuLink>}
        {may.write && canUndoRestore && (
          <MenuItem
            onPress={() =>
              void settle(session.undoRestore(), {
                text: "The draft is as it was before the restore. Undo once more to have the restored text back.",
              })
            }
          >
            Undo the restore
          </MenuItem>
        )}
        {may.write && hasDraft && (
          <>
            <MenuSeparator />
            <MenuItem danger onPress={() => setOpen("discard")}>
              {live ? "Discard the changes…" : "Discard the draft…"}
            </MenuItem>
          </>
        )}
        {may.publish && live?.state === "live" && (
          <MenuItem danger onPress={() => setOpen("unpublish")}>
            Unpublish…
          </MenuItem>
        )}
      </Menu>
      <PreviewLinks {...{ type, id, previews }} open={open === "previews"} onOpenChange={close} />
      <ConfirmDialog
        open={open === "discard"}
        onOpenChange={close}
        title={live ? "Discard the changes?" : "Discard the draft?"}
        description={
          live
            ? "What readers see stays as it is. What was written since goes; you can undo this."
            : "It was never published. You can undo this."
        }
        confirm={live ? "Discard the changes" : "Discard the draft"}
        busy={busy === "discard"}
        onConfirm={() => void discard()}
        danger
      />
      <ConfirmDialog
        open={open === "unpublish"}
        onOpenChange={close}
        title={`Take this ${type} off the site?`}
        description="Readers will not find it any more. Its history and its draft stay, and it can be published again."
        confirm="Unpublish"
        busy={busy === "unpublish"}
        onConfirm={() => void settle(session.unpublish(), { text: "It is off the site." })}
        danger
      />
    </>
  );
}
