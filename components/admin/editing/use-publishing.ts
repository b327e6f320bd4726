"use client";

import { type RefObject, useState } from "react";
import { flushSync } from "react-dom";
import type { UseFormReturn } from "react-hook-form";
import { useToast } from "@/components/ui/toast";
import type { ItemType } from "@/lib/drafts/types";
import { focusFirstInvalid, settleFields } from "./focus-invalid";
import type { EditingSession } from "./session";

type Parts<T extends ItemType> = {
  session: EditingSession<T>;
  form: UseFormReturn;
  /** The element that holds the fields. */
  fields: RefObject<HTMLElement | null>;
  /** To the first clash. */
  toClashes: () => void;
};

/** What became of the last attempt to publish. */
export type Published = { path: string | null } | null;

/** Publishing, with what may come between: open clashes, fields that are wrong, a reason that is asked for. */
export function usePublishing<T extends ItemType>({ session, form, fields, toClashes }: Parts<T>) {
  const toast = useToast();
  const [published, setPublished] = useState<Published>(null);
  /** Null while no reason is asked for; else what is wrong with the one given, or "". */
  const [reasonAsked, setReasonAsked] = useState<string | null>(null);

  const publish = async (reason?: string) => {
    if (session.snapshot().busy) return;
    settleFields();
    setPublished(null);
    form.clearErrors();
    const outcome = await session.publish(reason);
    const asksReason = outcome.kind === "invalid" && outcome.fields.publishReason !== undefined;
    setReasonAsked(asksReason ? (reason === undefined ? "" : (outcome.fields.publishReason ?? "")) : null);
    switch (outcome.kind) {
      case "published":
        setPublished({ path: outcome.path });
        break;
      case "clashes":
        toast({ text: "Not published: choose between the two versions first.", tone: "bad" });
        toClashes();
        break;
      case "merged":
        toast({
          text: "Not published yet: somebody changed this just now. Look at it, then publish.",
          tone: "bad",
        });
        break;
      case "failed":
        toast({ text: `Not published. ${outcome.message}`, tone: "bad" });
        break;
      case "invalid":
        if (!asksReason) showProblems(outcome.fields, outcome.message);
    }
  };

  const showProblems = (problems: Record<string, string>, message: string) => {
    const entries = Object.entries(problems);
    if (entries.length === 0) toast({ text: message, tone: "bad" });
    flushSync(() => {
      for (const [name, text] of entries) form.setError(name, { type: "publish", message: text });
    });
    if (fields.current) focusFirstInvalid(fields.current);
  };

  return { publish, published, reasonAsked, giveUpReason: () => setReasonAsked(null) };
}
