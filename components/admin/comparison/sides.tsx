"use client";

import { createContext, type ReactNode, useContext } from "react";

export type SideNames = { left: string; right: string };

const SidesContext = createContext<SideNames>({ left: "Left", right: "Right" });

/** The names of the two that are compared, for the labels of their fields. */
export function SidesProvider({ value, children }: { value: SideNames; children: ReactNode }) {
  return <SidesContext value={value}>{children}</SidesContext>;
}

export function useSides(): SideNames {
  return useContext(SidesContext);
}
