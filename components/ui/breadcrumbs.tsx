/** The way down to this page. The last step is the page itself: it has no address here. */
export type Crumb = { name: string; href?: string };

export function Breadcrumbs({ steps, label = "Breadcrumbs" }: { steps: Crumb[]; label?: string }) {
  return (
    <nav aria-label={label} className="print:hidden">
      <ol className="flex flex-wrap items-center gap-x-2 text-small text-soft">
        {steps.map(({ name, href }, index) => (
          <li key={index} className="flex min-w-0 items-center gap-2">
            {index > 0 && <span aria-hidden="true">›</span>}
            {href ? (
              <a href={href} className="py-1 hover:text-ink hover:underline">
                {name}
              </a>
            ) : (
              <span aria-current="page" className="min-w-0 truncate">
                {name}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
