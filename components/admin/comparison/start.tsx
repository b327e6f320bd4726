"use client";

import { type FormEvent, useEffect, useState } from "react";
import { listStranded } from "@/components/admin/editing/kept-copies";
import { Stranded } from "@/components/admin/editing/stranded";
import { findStorage } from "@/components/admin/editing/use-editing-session";
import { listPath } from "@/components/admin/item-path";
import { TechnologyPicker } from "@/components/admin/technology-picker";
import { Button } from "@/components/ui/button";
import type { ComparisonForm } from "@/lib/comparisons/form";
import type { LocalCopy } from "@/lib/drafts/sync-types";
import { slugAsWords } from "@/lib/verdict/words";

type Props = {
  /** Slugs to begin with, as far as they were given. */
  left: string;
  right: string;
  userId: string;
  /** The id of one that was begun in this browser. */
  resumes?: string;
};

const NEW = `${listPath("comparison")}/new`;

/** Which two? A comparison begins with both of its sides, and both then stay. */
export function ComparisonStart(given: Props) {
  const stranded = useStranded(given.userId, given.left === "" ? given.resumes : undefined);
  const [sides, setSides] = useState({ left: given.left, right: given.right });
  const [asked, setAsked] = useState(given.left !== "" && given.right !== "");
  const isSame = sides.left !== "" && sides.left === sides.right;
  const errorOf = (side: "left" | "right") => {
    if (!asked) return undefined;
    if (sides[side] === "") return "is required";
    return side === "right" && isSame ? "is the same technology" : undefined;
  };
  const begin = (event: FormEvent) => {
    const ready = sides.left !== "" && sides.right !== "" && !isSame;
    setAsked(true);
    if (!ready) event.preventDefault();
  };
  return (
    <form action={NEW} onSubmit={begin} className="max-w-3xl space-y-5">
      {stranded && <Stranded type="comparison" copies={stranded} userId={given.userId} titleOf={titleOf} />}
      <input type="hidden" name="left" value={sides.left} />
      <input type="hidden" name="right" value={sides.right} />
      <div className="grid items-start gap-4 md:grid-cols-2">
        <TechnologyPicker
          label="This"
          hint="It stands on the left."
          value={sides.left}
          onChange={(left) => setSides((before) => ({ ...before, left }))}
          error={errorOf("left")}
        />
        <TechnologyPicker
          label="Or that"
          hint="It stands on the right."
          value={sides.right}
          onChange={(right) => setSides((before) => ({ ...before, right }))}
          error={errorOf("right")}
        />
      </div>
      <Button type="submit" variant="primary">
        Begin
      </Button>
    </form>
  );
}

/** What was begun in this browser and never saved; null until that is known. The one to resume is gone to at once. */
function useStranded(userId: string, resumes: string | undefined): LocalCopy<ComparisonForm>[] | null {
  const [stranded, setStranded] = useState<LocalCopy<ComparisonForm>[] | null>(null);
  useEffect(() => {
    const found = listStranded("comparison", userId, findStorage());
    const wanted = found.find(({ itemId }) => itemId === resumes);
    if (!wanted) return setStranded(found);
    const { left, right } = wanted.values;
    location.replace(`${NEW}?${new URLSearchParams({ left, right, id: wanted.itemId })}`);
  }, [userId, resumes]);
  return stranded;
}

function titleOf({ left, right }: ComparisonForm): string {
  return `${slugAsWords(left)} vs ${slugAsWords(right)}`;
}
