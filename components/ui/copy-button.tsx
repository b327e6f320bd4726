"use client";

import { useEffect, useRef, useState } from "react";
import { Button, type ButtonSize, type ButtonVariant } from "./button";

const SAID_FOR_MS = 3_000;

type Props = { text: string; label?: string; variant?: ButtonVariant; size?: ButtonSize };

/** Puts a text on the clipboard and says so. */
export function CopyButton({ text, label = "Copy", variant = "quiet", size = "normal" }: Props) {
  const [outcome, setOutcome] = useState<"copied" | "failed" | null>(null);
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (outcome === null) return;
    const timer = setTimeout(() => setOutcome(null), SAID_FOR_MS);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = async () => setOutcome((await copyText(text, place.current)) ? "copied" : "failed");

  return (
    <span ref={place} className="relative inline-flex shrink-0">
      <Button variant={variant} size={size} onClick={copy}>
        {outcome === "copied" ? "Copied" : label}
      </Button>
      <span role="status" className="sr-only">
        {outcome === "copied" && "Copied to the clipboard"}
        {outcome === "failed" && "Your browser did not let us copy. Select the text and copy it yourself."}
      </span>
    </span>
  );
}

async function copyText(text: string, place: HTMLElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Sites served without TLS have no clipboard of the new kind.
    return place ? copyBySelection(text, place) : false;
  }
}

/** The area stands beside the button: a dialog takes the focus back from what is outside it. */
function copyBySelection(text: string, place: HTMLElement): boolean {
  const before = document.activeElement;
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "sr-only";
  place.append(area);
  area.select();
  const copied = document.execCommand("copy");
  area.remove();
  if (before instanceof HTMLElement) before.focus();
  return copied;
}
