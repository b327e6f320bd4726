import { Logo } from "@/components/technology/logo";
import type { Leader } from "@/lib/rankings/types";
import { recordLine } from "@/lib/verdict/standing-words";
import type { Kind } from "@/lib/verdict/types";

/** A category in a list of rankings: who leads it, and by which record. */
export function LeaderRow({ leader, kind }: { leader: Leader; kind?: Kind }) {
  const { category, first, sharing } = leader;
  const [one] = first;
  return (
    <li className="relative grid items-center gap-x-6 gap-y-2 border-line border-b py-5 hover:bg-raised sm:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)]">
      <h2 className="font-semibold text-xl leading-snug">
        <a
          href={`/best/${category.slug}${kind ? `?kind=${kind}` : ""}`}
          className="after:absolute after:inset-0 hover:underline"
        >
          {category.name}
        </a>
      </h2>
      {one ? (
        <div className="flex min-w-0 items-center gap-3">
          <Logo name={one.name} logo={one.logo} />
          <p className="min-w-0">
            <span className="block font-display font-semibold text-lg leading-snug">
              {leaderNames(leader)}
            </span>
            <span className="block text-soft text-sm">
              {sharing > 1 ? `${sharing.toLocaleString("en")} share the first place` : recordLine(one)}
            </span>
          </p>
        </div>
      ) : (
        <p className="text-soft">Nothing is ranked here yet.</p>
      )}
    </li>
  );
}

/** "A", "A and B", "A, B and C", "A, B, C and 4 more" */
export function leaderNames({ first, sharing }: Pick<Leader, "first" | "sharing">): string {
  const names = first.map(({ name }) => name);
  const said =
    sharing > names.length ? [...names, `${(sharing - names.length).toLocaleString("en")} more`] : names;
  return said.length === 1 ? (said[0] ?? "") : `${said.slice(0, -1).join(", ")} and ${said.at(-1)}`;
}
