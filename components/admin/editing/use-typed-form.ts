"use client";

import { startTransition, useEffect, useState } from "react";
import { useFormContext } from "react-hook-form";
import { fromKeyedForm, type KeyedForm } from "@/lib/drafts/keyed-form";
import type { FormOf, ItemType } from "@/lib/drafts/types";

const STEP_MS = 80;

/**
 * The form as it is being typed, a moment behind and in one piece: for previews, which are drawn when nothing more
 * urgent is to do.
 */
export function useTypedForm<T extends ItemType>(): FormOf[T] {
  const { subscribe, getValues } = useFormContext<KeyedForm<FormOf[T]>>();
  const [typed, setTyped] = useState(() => fromKeyedForm<FormOf[T]>(getValues()));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const take = () => {
      timer = undefined;
      startTransition(() => setTyped(fromKeyedForm<FormOf[T]>(getValues())));
    };
    // Something may have been typed before this was listening.
    take();
    const stop = subscribe({
      formState: { values: true },
      callback: () => {
        timer ??= setTimeout(take, STEP_MS);
      },
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [subscribe, getValues]);
  return typed;
}
