import type { ReactNode } from "react";

/** The room around what is read. */
export const READING_ROOM = "mx-auto w-full max-w-6xl flex-1 px-5 pt-8 pb-20 md:px-8 md:pt-12";

/** Where a page is read. */
export function MainArea({ children }: { children: ReactNode }) {
  return (
    <main id="main" className={READING_ROOM}>
      {children}
    </main>
  );
}
