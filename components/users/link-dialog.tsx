"use client";

import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Field, TextInput } from "@/components/ui/field";
import { useLast } from "@/components/ui/use-last";

/** A link that no mail took. `to`: the name of whoever is to have it; `mail`: why it is here. */
export type HandedLink = { to: string; link: string; mail: "off" | "failed" };

/** Shows a link to be passed on by hand: the only time that it is seen. */
export function LinkDialog({ handed, onClose }: { handed: HandedLink | null; onClose: () => void }) {
  const shown = useLast(handed);
  return (
    <Dialog
      open={handed !== null}
      onOpenChange={(open) => !open && onClose()}
      sticky
      size="medium"
      title={`Pass this link on to ${shown?.to ?? ""}`}
      description={
        <>
          {shown?.mail === "failed" && "The mail server did not take our mail. "}
          The link works once, for an hour, for whoever has it. You will not see it again.
        </>
      }
    >
      <div className="flex items-end gap-2">
        <Field label="Link" className="flex-1">
          <TextInput readOnly value={shown?.link ?? ""} onFocus={(event) => event.currentTarget.select()} />
        </Field>
        <CopyButton variant="primary" text={shown?.link ?? ""} label="Copy the link" />
      </div>
      <DialogActions>
        <Button onClick={onClose}>Done</Button>
      </DialogActions>
    </Dialog>
  );
}
