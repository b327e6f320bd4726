import type { TechnologyPage } from "@/lib/technologies/types";

/** The way to the technologies before and behind it in its category. */
export function Neighbours({ technology }: { technology: TechnologyPage }) {
  const { previous, next, category } = technology;
  if (!previous && !next) return null;
  return (
    <nav
      aria-label={`More of ${category.name}`}
      className="grid gap-4 border-line border-t pt-6 sm:grid-cols-2 print:hidden"
    >
      <p className="min-w-0">
        {previous && <Neighbour rel="prev" slug={previous.slug} name={previous.name} words="Before it" />}
      </p>
      <p className="min-w-0 sm:text-right">
        {next && <Neighbour rel="next" slug={next.slug} name={next.name} words="After it" />}
      </p>
    </nav>
  );
}

function Neighbour(props: { rel: "prev" | "next"; slug: string; name: string; words: string }) {
  const { rel, slug, name, words } = props;
  return (
    <a href={`/technologies/${slug}`} rel={rel} className="group block py-1">
      <span className="block text-soft text-sm">
        {rel === "prev" && <span aria-hidden="true">← </span>}
        {words}
        {rel === "next" && <span aria-hidden="true"> →</span>}
      </span>
      <span className="font-display font-semibold text-lg group-hover:underline">{name}</span>
    </a>
  );
}
