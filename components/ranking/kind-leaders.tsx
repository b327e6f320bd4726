import { KIND_NAMES } from "@/components/browse/kind-names";
import { ListHead } from "@/components/browse/list-head";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Empty } from "@/components/ui/empty";
import { TextLink } from "@/components/ui/text-link";
import type { Leader } from "@/lib/rankings/types";
import type { Kind } from "@/lib/verdict/types";
import { LeaderRow } from "./leader-row";

/** The leaders of one kind, category by category: what does another job is not ranked against each other. */
export function KindLeaders({ kind, leaders }: { kind: Kind; leaders: Leader[] }) {
  const { one, many } = KIND_NAMES[kind];
  return (
    <div className="space-y-8 md:space-y-10">
      <Breadcrumbs
        steps={[{ name: "Home", href: "/" }, { name: "Rankings", href: "/best" }, { name: one }]}
      />
      <ListHead title={`The best ${many}`}>
        <p>Category by category: what does another job is no competitor.</p>
      </ListHead>
      {leaders.length === 0 ? (
        <Empty>
          We have no {many} on file yet. <TextLink href="/best">See all rankings</TextLink>
        </Empty>
      ) : (
        <ul className="border-line border-t">
          {leaders.map((leader) => (
            <LeaderRow key={leader.category.slug} leader={leader} kind={kind} />
          ))}
        </ul>
      )}
    </div>
  );
}
