export type Crumb = { name: string; href?: string };

/** The way down to a page; the last crumb is the page itself. */
export function Breadcrumbs({ crumbs }: { crumbs: Crumb[] }) {
  return (
    <nav aria-label="Breadcrumb" className="text-soft text-sm print:hidden">
      <ol className="flex flex-wrap items-center gap-x-2">
        {crumbs.map(({ name, href }, index) => (
          <li key={index} className="flex min-w-0 items-center gap-x-2">
            {index > 0 && <span aria-hidden="true">›</span>}
            {href ? (
              <a href={href} className="py-1 hover:text-ink hover:underline">
                {name}
              </a>
            ) : (
              <span aria-current="page" className="min-w-0 py-1 text-ink">
                {name}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
