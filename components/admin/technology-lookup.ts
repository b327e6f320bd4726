"use client";

import { useEffect, useState } from "react";
import { send } from "@/components/forms/send";
import { isSlug } from "@/lib/pair/pair";
import type { TechnologyChoice } from "@/lib/technologies/lookup-queries";

const PAUSE_MS = 150;
/** So many slugs go into one request. */
const AT_ONCE = 200;

/** Technologies that a text may mean, best first; none where they cannot be asked for. */
export async function findTechnologies(text: string, signal?: AbortSignal): Promise<TechnologyChoice[]> {
  return lookUp({ q: text }, signal).then((found) => found ?? []);
}

/** What is behind some slugs, former ones included: null for one that is not on file, and nothing yet for one that is being looked up. */
export function useTechnologies(slugs: string[]): ReadonlyMap<string, TechnologyChoice | null> {
  const [entries, setEntries] = useState<ReadonlyMap<string, TechnologyChoice | null>>(new Map());
  const missing = [...new Set(slugs)].filter((slug) => isSlug(slug) && !entries.has(slug));
  const wanted = missing.slice(0, AT_ONCE).join(" ");
  useEffect(() => {
    if (wanted === "") return;
    const abort = new AbortController();
    const asked = wanted.split(" ");
    const timer = setTimeout(async () => {
      const found = await lookUp({ slugs: asked }, abort.signal);
      if (found === null || abort.signal.aborted) return;
      const bySlug = new Map(found.map((choice) => [choice.asked, choice]));
      setEntries(
        (known) => new Map([...known, ...asked.map((slug) => [slug, bySlug.get(slug) ?? null] as const)]),
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [wanted]);
  return entries;
}

type Choice = TechnologyChoice & { asked?: string };

async function lookUp(
  asked: { q: string } | { slugs: string[] },
  signal?: AbortSignal,
): Promise<Choice[] | null> {
  const answer = await send<{ entries: Choice[] }>(
    "/api/admin/technologies/lookup",
    asked,
    signal && { signal },
  );
  return answer.ok ? answer.value.entries : null;
}
