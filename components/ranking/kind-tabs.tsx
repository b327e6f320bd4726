import { KIND_NAMES } from "@/components/browse/kind-names";
import { LinkTabs } from "@/components/ui/link-tabs";
import type { RankingPage } from "@/lib/rankings/types";

/** All of a category against each other, or one kind of it; nothing to choose where there is one kind. */
export function KindTabs({ ranking }: { ranking: RankingPage }) {
  const { category, kind, kinds } = ranking;
  if (kinds.length < 2 && kind === undefined) return null;
  const path = `/best/${category.slug}`;
  return (
    <LinkTabs
      label="Which of them"
      tabs={[
        { href: path, label: "All kinds", open: kind === undefined },
        ...kinds.map((one) => {
          const name = KIND_NAMES[one].many;
          return {
            href: `${path}?kind=${one}`,
            label: `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
            open: kind === one,
          };
        }),
      ]}
    />
  );
}
