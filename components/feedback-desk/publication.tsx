import { AgoText } from "@/components/ui/ago";
import type { RevisionChoice } from "@/lib/feedback/types";

/** "version 3 of MySQL, published by Ada yesterday" */
export function Publication({ revision, now }: { revision: RevisionChoice; now: string }) {
  const { item, number, by, at } = revision;
  return (
    <>
      version {number} of {item}, published by {by} <AgoText iso={at} now={now} />
    </>
  );
}
