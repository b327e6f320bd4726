import { ButtonLink } from "./button";

type Props = { page: number; pages: number; addressOf: (page: number) => string; label?: string };

/** The way to the pages before and after; nothing where there is one page. */
export function PagesNav({ page, pages, addressOf, label = "Pages" }: Props) {
  if (pages <= 1) return null;
  return (
    <nav aria-label={label} className="flex flex-wrap items-center gap-3">
      {page > 1 && (
        <ButtonLink size="small" href={addressOf(page - 1)} rel="prev">
          Previous
        </ButtonLink>
      )}
      <span className="text-soft">
        Page {page} of {pages.toLocaleString("en")}
      </span>
      {page < pages && (
        <ButtonLink size="small" href={addressOf(page + 1)} rel="next">
          Next
        </ButtonLink>
      )}
    </nav>
  );
}
