"use client";

import { useEffect, useState } from "react";
import { listStranded } from "@/components/admin/editing/kept-copies";
import { Stranded } from "@/components/admin/editing/stranded";
import { findStorage } from "@/components/admin/editing/use-editing-session";
import { listPath } from "@/components/admin/item-path";
import { TechnologyPicker } from "@/components/admin/technology-picker";
import { Button } from "@/components/ui/button";
import type { ComparisonForm } from "@/lib/comparisons/form";
import type { LocalCopy } from "@/lib/drafts/sync-types";
import { slugAsWords } from "@/lib/verdict/words";

/** One side as it was asked for: a slug or "", and what is wrong with it. */
export type AskedSide = { slug: string; problem?: string };

type Props = {
  left: AskedSide;
  right: AskedSide;
  userId: string;
  /** The id of one that was begun in this browser. */
  resumes?: string;
};

const NEW = `${listPath("comparison")}/new`;

/**
 * Which two? A comparison begins with both of its sides, and both then stay. What was typed is sent along with what
 * was chosen: whoever presses Enter at once has not left the field yet.
 */
export function ComparisonStart({ left, right, userId, resumes }: Props) {
  const stranded = useStranded(userId, resumes);
  return (
    <form action={NEW} className="max-w-3xl space-y-5">
      {stranded && <Stranded type="comparison" copies={stranded} userId={userId} titleOf={titleOf} />}
      <div className="grid items-start gap-4 md:grid-cols-2">
        <Side name="left" label="This" hint="It stands on the left." asked={left} />
        <Side name="right" label="Or that" hint="It stands on the right." asked={right} />
      </div>
      <Button type="submit" variant="primary">
        Begin
      </Button>
    </form>
  );
}

function Side(props: { name: string; label: string; hint: string; asked: AskedSide }) {
  const { name, label, hint, asked } = props;
  const [slug, setSlug] = useState(asked.slug);
  return (
    <div>
      <input type="hidden" name={name} value={slug} />
      <TechnologyPicker
        label={label}
        hint={hint}
        name={`${name}Text`}
        value={slug}
        onChange={setSlug}
        error={slug === asked.slug ? asked.problem : undefined}
      />
    </div>
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
