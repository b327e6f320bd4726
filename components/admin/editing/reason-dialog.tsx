"use client";

import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Field, TextArea } from "@/components/ui/field";
import { LENGTH } from "@/lib/fields";

type Props = {
  /** Null while it is closed; else what is wrong with the reason given, or "". */
  asked: string | null;
  busy: boolean;
  onGive: (reason: string) => void;
  onGiveUp: () => void;
};

/** Readers were told one thing and will be told another: the history says why. */
export function ReasonDialog({ asked, busy, onGive, onGiveUp }: Props) {
  const area = useRef<HTMLTextAreaElement>(null);
  return (
    <Dialog
      open={asked !== null}
      onOpenChange={(open) => !open && onGiveUp()}
      title="Why does the pick change?"
      description="Readers see the answer in the history of the page."
      initialFocus={area}
      sticky
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) onGive(area.current?.value.trim() ?? "");
        }}
      >
        <Field label="Reason" error={asked || undefined}>
          <TextArea
            ref={area}
            rows={3}
            maxLength={LENGTH.text}
            onKeyDown={(event) => {
              if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
              event.preventDefault();
              event.currentTarget.form?.requestSubmit();
            }}
          />
        </Field>
        <DialogActions>
          <Button onClick={onGiveUp}>Not yet</Button>
          <Button type="submit" variant="primary" busy={busy}>
            Publish
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
