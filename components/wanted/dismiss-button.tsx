"use client";

import { useState } from "react";
import { send } from "@/components/forms/send";
import { Button } from "@/components/ui/button";
import { reloadSaying } from "@/components/ui/toast";

/** Takes a wish off the list, and shows the list as it is then. */
export function DismissButton({ id, text }: { id: string; text: string }) {
  const [busy, setBusy] = useState(false);
  const dismiss = async () => {
    setBusy(true);
    const sent = await send("/api/admin/wanted/dismiss", { id });
    reloadSaying(sent.ok ? { text: `“${text}” is off the list.` } : { text: sent.message, tone: "bad" });
  };
  return (
    <Button
      size="small"
      variant="bare"
      aria-label={`Dismiss ${text}`}
      busy={busy}
      onClick={() => void dismiss()}
    >
      Dismiss
    </Button>
  );
}
