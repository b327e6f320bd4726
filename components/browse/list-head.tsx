import type { ReactNode } from "react";

/** The top of a page that lists: its name, and what to know of it. */
export function ListHead({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <header className="space-y-4">
      <h1
        className={`font-bold leading-[1.08] tracking-tight ${title.length > 34 ? "text-3xl md:text-4xl" : "text-4xl md:text-6xl"}`}
      >
        {title}
      </h1>
      {children && <div className="max-w-[62ch] space-y-3 text-lg text-soft leading-relaxed">{children}</div>}
    </header>
  );
}
