"use client";

import { Tabs as Base } from "@base-ui/react/tabs";
import type { ReactNode } from "react";

type TabsProps = {
  /** What the row of tabs chooses between. */
  label: string;
  tabs: { value: string; label: ReactNode }[];
  /** Given, the tabs are controlled; otherwise the first is open at the beginning. */
  value?: string;
  onValueChange?: (value: string) => void;
  className?: string;
  /** One `TabPanel` for each tab. */
  children: ReactNode;
};

/** Panels of which one is seen at a time. Arrow keys move along the row, Enter opens. */
export function Tabs({ label, tabs, value, onValueChange, className = "", children }: TabsProps) {
  const state = value === undefined ? { defaultValue: tabs[0]?.value ?? null } : { value };
  return (
    <Base.Root {...state} onValueChange={(next) => onValueChange?.(String(next))} className={className}>
      <Base.List aria-label={label} className="flex gap-1 overflow-x-auto border-line border-b">
        {tabs.map((tab) => (
          <Base.Tab
            key={tab.value}
            value={tab.value}
            className="-mb-px min-h-10 shrink-0 cursor-pointer border-transparent border-b-2 px-3 py-1.5 font-medium text-[0.95rem] text-soft hover:text-ink focus-visible:-outline-offset-2 data-active:border-ice data-active:text-ink"
          >
            {tab.label}
          </Base.Tab>
        ))}
      </Base.List>
      {children}
    </Base.Root>
  );
}

/** `keepMounted`: what was typed in it stays while another panel is seen. */
export function TabPanel(props: {
  value: string;
  keepMounted?: boolean;
  className?: string;
  children: ReactNode;
}) {
  const { value, keepMounted = false, className = "pt-5", children } = props;
  return (
    <Base.Panel value={value} keepMounted={keepMounted} className={className}>
      {children}
    </Base.Panel>
  );
}
