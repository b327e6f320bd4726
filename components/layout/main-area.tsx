import type { ReactNode } from "react";

/** Where a page is read, with the room around it. */
export function MainArea({ children }: { children: ReactNode }) {
  return (
    <main id="main" className="mx-auto w-full max-w-6xl flex-1 px-5 pt-8 pb-20 md:px-8 md:pt-12">
      {children}
    </main>
  );
}
