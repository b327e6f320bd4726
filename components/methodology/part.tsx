import type { ReactNode } from "react";
import { Heading } from "@/components/ui/heading";

/** A part of a long page that can be linked to. */
export function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="space-y-4 text-lg leading-relaxed">
      <Heading level={2} id={id}>
        <a href={`#${id}`} className="decoration-ice-line hover:underline">
          {title}
        </a>
      </Heading>
      {children}
    </section>
  );
}
