import type { Metadata } from "next";
import { STATE_OPTIONS } from "@/components/admin/listing/filters";
import { ListScreen } from "@/components/admin/listing/list-screen";
import { requireActor } from "@/lib/auth/actor";
import { type ComparisonEntry, listComparisonEntries } from "@/lib/comparisons/list-queries";
import { OUTCOMES } from "@/lib/comparisons/schema";
import { comparisonListSchema } from "@/lib/listing";

export const dynamic = "force-dynamic";

export const metadata: Metadata = { title: "Comparisons" };

const OUTCOME_NAMES = {
  pick: "A pick",
  "too-close": "Too close to call",
  "different-jobs": "Different jobs",
};

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ComparisonsPage({ searchParams }: Props) {
  await requireActor("admin.enter");
  const query = comparisonListSchema.parse(await searchParams);
  return (
    <ListScreen
      title="Comparisons"
      one="comparison"
      path="/admin/comparisons"
      query={query}
      list={await listComparisonEntries(query)}
      searches="Search by either technology"
      filters={[
        { name: "state", label: "State", any: "Any", value: query.state, options: STATE_OPTIONS },
        {
          name: "outcome",
          label: "Outcome",
          any: "Any",
          value: query.outcome,
          options: OUTCOMES.map((outcome) => ({ value: outcome, label: OUTCOME_NAMES[outcome] })),
        },
      ]}
      columns={[{ head: "Outcome", className: "w-60", cell: outcomeText }]}
      now={new Date().toISOString()}
    />
  );
}

function outcomeText({ outcome, pick }: ComparisonEntry): string {
  if (pick) return `🧊 ${pick}`;
  return outcome && outcome in OUTCOME_NAMES ? OUTCOME_NAMES[outcome as keyof typeof OUTCOME_NAMES] : "";
}
