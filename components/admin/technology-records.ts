"use client";

import { useEffect, useState } from "react";
import { send } from "@/components/forms/send";
import { isSlug } from "@/lib/pair/pair";
import type { TechnologyForm } from "@/lib/technologies/form";
import type { NamedPair } from "@/lib/verdict/types";

/** A technology on file, with the fair comparisons of it. */
export type TechnologyOnFile = { form: TechnologyForm; nearest: NamedPair[] };

/** What came of asking for it: there is none, or a message that says why nobody knows. */
export type Asked = TechnologyOnFile | "missing" | { failed: string };

/** The records behind some slugs; one that is not in the map yet is being fetched. `retry` asks anew for what failed. */
export function useTechnologyRecords(slugs: string[]): {
  records: ReadonlyMap<string, Asked>;
  retry: () => void;
} {
  const [records, setRecords] = useState<ReadonlyMap<string, Asked>>(new Map());
  const wanted = [...new Set(slugs)].filter((slug) => isSlug(slug) && !records.has(slug)).join(" ");
  useEffect(() => {
    if (wanted === "") return;
    const abort = new AbortController();
    const fetching = wanted
      .split(" ")
      .map(async (slug) => [slug, await fetchRecord(slug, abort.signal)] as const);
    void Promise.all(fetching).then((found) => {
      if (!abort.signal.aborted) setRecords((known) => new Map([...known, ...found]));
    });
    return () => abort.abort();
  }, [wanted]);
  const retry = () => {
    setRecords((known) => new Map([...known].filter(([, asked]) => !isFailed(asked))));
  };
  const never = slugs.filter((slug) => !isSlug(slug)).map((slug) => [slug, "missing"] as const);
  return { records: new Map<string, Asked>([...records, ...never]), retry };
}

export function isFailed(asked: Asked | undefined): asked is { failed: string } {
  return typeof asked === "object" && "failed" in asked;
}

async function fetchRecord(slug: string, signal: AbortSignal): Promise<Asked> {
  const answer = await send<TechnologyOnFile>("/api/admin/technologies/record", { slug }, { signal });
  if (answer.ok) return answer.value;
  return answer.code === "not-found" ? "missing" : { failed: answer.message };
}
