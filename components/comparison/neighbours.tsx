import { pairPath } from "@/lib/pair/pair";
import type { NamedPair } from "@/lib/verdict/types";

type Props = { category: string; previous: NamedPair | null; next: NamedPair | null };

/** The curated comparisons of the category before and after this one. */
export function Neighbours({ category, previous, next }: Props) {
  if (!previous && !next) return null;
  return (
    <nav aria-label={`More in ${category}`} className="grid gap-4 print:hidden sm:grid-cols-2">
      {previous && <Neighbour pair={previous} rel="prev" label={`← Previous in ${category}`} />}
      {next && <Neighbour pair={next} rel="next" label={`Next in ${category} →`} />}
    </nav>
  );
}

function Neighbour({ pair, rel, label }: { pair: NamedPair; rel: "prev" | "next"; label: string }) {
  const { left, right } = pair;
  return (
    <a
      href={pairPath({ left: left.slug, right: right.slug })}
      rel={rel}
      className={`group min-w-0 rounded-card border border-line bg-raised p-5 hover:border-ice-line hover:shadow-card ${rel === "next" ? "sm:col-start-2 sm:text-right" : ""}`}
    >
      <span className="block text-small text-soft">{label}</span>
      <span className="mt-1 block font-display text-subheading group-hover:underline">
        {left.name} vs {right.name}
      </span>
    </a>
  );
}
