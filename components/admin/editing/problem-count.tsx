"use client";

import type { RefObject } from "react";
import { useFormContext, useFormState } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { focusFirstInvalid } from "./focus-invalid";

/** How many fields stand in the way of publishing, and the way to the first of them. */
export function ProblemCount({ within }: { within: RefObject<HTMLElement | null> }) {
  const { control } = useFormContext();
  const { errors } = useFormState({ control });
  const count = countMessages(errors);
  if (count === 0) return null;
  return (
    <div role="alert" className="flex flex-wrap items-center gap-2 text-bad text-sm">
      {count === 1 ? "One field needs" : `${count} fields need`} attention before this can be published.
      <Button size="small" onClick={() => within.current && focusFirstInvalid(within.current)}>
        Go to the first
      </Button>
    </div>
  );
}

function countMessages(errors: object): number {
  return Object.entries(errors).reduce((count, [name, value]) => {
    if (name === "ref" || value === null || typeof value !== "object") return count;
    const own = typeof value.message === "string" ? 1 : 0;
    return count + own + (own ? 0 : countMessages(value));
  }, 0);
}
