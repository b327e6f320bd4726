"use client";

import { useState } from "react";
import { send } from "@/components/forms/send";
import { reloadSaying, useToast } from "@/components/ui/toast";

/** The message, and the version of it that was looked at. */
export type Held = { id: string; version: number };

/** Shows the page as it is now and says this on it. What waits for it stays busy until then. */
export function showAnew(text: string): Promise<never> {
  reloadSaying({ text });
  return new Promise(() => {});
}

/**
 * Runs commands that need nothing typed. Afterwards the page shows what has become of the message, refused or done;
 * where nothing came back there is nothing new to show, and the page stays.
 */
export function useCommand(): {
  busy: string | null;
  run: (path: string, body: object, said: string) => void;
} {
  const say = useToast();
  const [busy, setBusy] = useState<string | null>(null);
  const run = async (path: string, body: object, said: string) => {
    setBusy(path);
    const sent = await send(path, body);
    if (sent.ok) return showAnew(said);
    setBusy(null);
    if (sent.code === "stale" || sent.code === "not-found") reloadSaying({ text: sent.message, tone: "bad" });
    else say({ text: sent.message, tone: "bad" });
  };
  return { busy, run: (path, body, said) => void run(path, body, said) };
}
