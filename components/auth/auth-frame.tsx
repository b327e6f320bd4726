import type { ReactNode } from "react";
import { IceCube } from "@/components/ui/ice-cube";

/** A page with one small form and nothing round it: signing in, and what leads there. */
export function AuthFrame({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="px-5 py-4 md:px-8">
        <a href="/" className="inline-flex min-h-6 items-center gap-2 font-bold font-display tracking-tight">
          <IceCube className="size-6 text-ice" />
          Nice Pick
        </a>
      </header>
      <main id="main" className="mx-auto w-full max-w-md flex-1 px-5 pt-[8vh] pb-20">
        <div className="rounded-2xl border border-line bg-raised px-6 py-8 sm:px-9">
          <h1 className="mb-6 font-bold text-3xl tracking-tight">{title}</h1>
          {children}
        </div>
      </main>
    </div>
  );
}
