import { Heading } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/text-link";
import { pairPath } from "@/lib/pair/pair";
import type { OtherComparison } from "@/lib/technologies/types";

/** Comparisons to go on with from one technology. */
export function MoreComparisons({ name, others }: { name: string; others: OtherComparison[] }) {
  if (others.length === 0) return null;
  return (
    <section>
      <Heading level={2} className="mb-3 text-subheading">
        More comparisons with {name}
      </Heading>
      <ul className="space-y-2">
        {others.map((other) => (
          <li key={other.slug}>
            <TextLink href={pairPath(other)}>{`${name} vs ${other.name}`}</TextLink>
            {other.curated && " "}
            {other.curated && <span className="ml-1 text-soft text-sm">Curated</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
