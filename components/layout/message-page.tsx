import type { ReactNode } from "react";

/** A page that has one thing to say: not found, not available, an error. */
export function MessagePage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="max-w-2xl space-y-5 py-6 text-lg leading-relaxed">
      <h1 className="text-title">{title}</h1>
      {children}
    </div>
  );
}
