import { DateText } from "@/components/ui/date";

/** Says that the page was wrong, a reader said so, and it is not any more. `at` is an ISO date. */
export function ChangedByReader({ at }: { at: string }) {
  return (
    <p className="text-soft text-sm">
      Changed after a reader disagreed, <DateText iso={at} />
    </p>
  );
}
