import type { ReactNode } from "react";

type Props = { page: number; pages: number; addressOf: (page: number) => string; children?: ReactNode };

const LINK =
  "inline-flex min-h-11 items-center rounded-control border border-line bg-raised px-4 font-medium hover:border-ice-line hover:bg-ice-wash";

/** The way to the pages before and behind; `children` is what else there is to say at the end of a list. */
export function Pages({ page, pages, addressOf, children }: Props) {
  if (pages <= 1 && !children) return null;
  return (
    <nav aria-label="Pages" className="flex flex-wrap items-center gap-4">
      {page > 1 && (
        <a href={addressOf(page - 1)} rel="prev" className={LINK}>
          Previous
        </a>
      )}
      {pages > 1 && (
        <span className="text-soft">
          Page {page.toLocaleString("en")} of {pages.toLocaleString("en")}
        </span>
      )}
      {page < pages && (
        <a href={addressOf(page + 1)} rel="next" className={LINK}>
          Next
        </a>
      )}
      {children}
    </nav>
  );
}
