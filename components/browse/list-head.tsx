import type { ReactNode } from "react";
import { Heading } from "@/components/ui/heading";

/** The top of a page that lists: its name, and what to know of it. */
export function ListHead({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <header className="space-y-4">
      <Heading level={1}>{title}</Heading>
      {children && <div className="max-w-measure space-y-3 text-lede text-soft">{children}</div>}
    </header>
  );
}
