import type { ReactNode } from "react";

/** A part of a long page that can be linked to. */
export function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="space-y-4 text-lg leading-relaxed">
      <h2 id={id} className="scroll-mt-8 font-bold text-2xl tracking-tight md:text-3xl">
        <a href={`#${id}`} className="decoration-ice-line hover:underline">
          {title}
        </a>
      </h2>
      {children}
    </section>
  );
}
