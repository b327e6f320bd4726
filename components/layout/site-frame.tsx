import type { ReactNode } from "react";
import { MainArea } from "./main-area";

/** Header, main and footer of every public page. */
export function SiteFrame({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#main"
        className="sr-only rounded bg-ice-wash p-3 focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-20"
      >
        Skip to the content
      </a>
      <header className="border-line border-b print:hidden">
        <div className="mx-auto flex max-w-6xl flex-wrap items-baseline justify-between gap-x-6 gap-y-1 px-5 py-4 md:px-8">
          <a href="/" className="font-bold font-display text-lg tracking-tight">
            <span aria-hidden="true">🧊 </span>Nice Pick
          </a>
          <nav aria-label="Site" className="flex gap-5 text-[0.95rem]">
            <a className="py-1 text-soft hover:text-ink hover:underline" href="/compare">
              Compare
            </a>
            <a className="py-1 text-soft hover:text-ink hover:underline" href="/technologies">
              Technologies
            </a>
          </nav>
        </div>
      </header>
      <MainArea>{children}</MainArea>
      <footer className="border-line border-t print:hidden">
        <div className="mx-auto flex max-w-6xl flex-wrap items-baseline justify-between gap-x-6 gap-y-1 px-5 py-6 text-soft text-sm md:px-8">
          <p>Nice Pick takes a side, and says what on.</p>
          <nav aria-label="More" className="flex gap-5">
            <a className="py-1 hover:text-ink hover:underline" href="/feedback">
              Feedback
            </a>
            <a className="py-1 hover:text-ink hover:underline" href="/privacy">
              Privacy
            </a>
          </nav>
        </div>
      </footer>
    </div>
  );
}
