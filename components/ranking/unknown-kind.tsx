import { shortened } from "@/components/browse/unknown-filters";
import { MessagePage } from "@/components/layout/message-page";
import { TextLink } from "@/components/ui/text-link";
import type { RankingPage } from "@/lib/rankings/types";
import { KindTabs } from "./kind-tabs";

/** A ranking of a kind that there is not. */
export function UnknownKind({ asked, ranking }: { asked: string; ranking: RankingPage }) {
  const { category } = ranking;
  return (
    <MessagePage title="No such ranking">
      <p>
        We know no kind “{shortened(asked)}”. See{" "}
        <TextLink href={`/best/${category.slug}`}>{`the best in ${category.name}`}</TextLink>, of whatever
        kind.
      </p>
      <KindTabs ranking={ranking} />
    </MessagePage>
  );
}
