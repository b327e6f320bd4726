"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Form, LiveItem } from "@/lib/drafts/types";

type Editing = {
  readOnly: boolean;
  /** What readers have now, or had before it was unpublished. */
  live: LiveItem<Form> | null;
  /** Says something to those who do not see it happen. */
  announce: (text: string) => void;
};

const EditingContext = createContext<Editing>({ readOnly: false, live: null, announce: () => {} });

export function EditingProvider({ value, children }: { value: Editing; children: ReactNode }) {
  return <EditingContext value={value}>{children}</EditingContext>;
}

/** Whether whoever looks at the form may only look. */
export function useReadOnly(): boolean {
  return useContext(EditingContext).readOnly;
}

/** The published record; its form is that of the editor's own type. */
export function useLive<F extends Form>(): LiveItem<F> | null {
  return useContext(EditingContext).live as LiveItem<F> | null;
}

export function useAnnounce(): (text: string) => void {
  return useContext(EditingContext).announce;
}
