"use client";

import { useRef } from "react";
import { useFormContext } from "react-hook-form";
import { suggestSlug } from "@/lib/suggest-slug";
import { useLive } from "./editing-context";

/** Before the first publication the slug follows the name, until somebody writes one of their own. */
export function useSlugThatFollows(): (name: string) => void {
  const { getValues, setValue } = useFormContext<{ slug: string }>();
  const isPublished = useLive() !== null;
  const before = useRef<string | null>(null);
  return (name) => {
    const slug = getValues("slug");
    const followed = slug === "" || slug === suggestSlug(before.current ?? "");
    before.current = name;
    if (!isPublished && followed) setValue("slug", suggestSlug(name));
  };
}
