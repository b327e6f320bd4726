import { type ReactNode, useId } from "react";

/** A part of a form that belongs together. */
export function Section({ title, hint, children }: { title: string; hint?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="space-y-5 border-line border-t pt-6 first:border-t-0 first:pt-0">
      <div>
        <h2 id={id} className="font-bold text-xl tracking-tight">
          {title}
        </h2>
        {hint && <p className="mt-0.5 text-soft text-sm">{hint}</p>}
      </div>
      {children}
    </section>
  );
}
