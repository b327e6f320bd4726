"use client";

import { useEffect } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { fromKeyedForm, type KeyedForm } from "@/lib/drafts/keyed-form";
import type { FormOf, ItemType } from "@/lib/drafts/types";

/** The heading of an editor's page: what is being written, as it is called while it is written. */
export function Title<T extends ItemType>(props: { type: T; titleOf: (form: FormOf[T]) => string }) {
  const { type, titleOf } = props;
  const { control } = useFormContext<KeyedForm<FormOf[T]>>();
  const title: string = useWatch({
    control,
    compute: (form: KeyedForm<FormOf[T]>) => titleOf(fromKeyedForm<FormOf[T]>(form)),
  });
  const heading = title.trim() || `New ${type}`;
  useEffect(() => {
    document.title = `${heading} · Nice Pick`;
  }, [heading]);
  return <h1 className="min-w-0 truncate font-bold text-xl tracking-tight md:text-2xl">{heading}</h1>;
}
