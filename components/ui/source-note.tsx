import { DateText } from "./date";
import { TextLink } from "./text-link";

/** Where a statement comes from and when that was last looked at, in small print behind it. */
export function SourceNote(props: { source?: { title: string; url: string }; checkedAt?: string }) {
  const { source, checkedAt } = props;
  if (!source && !checkedAt) return null;
  return (
    <small className="mt-1 block text-soft text-sm">
      {source && (
        <>
          Source: <TextLink href={source.url}>{source.title}</TextLink>
        </>
      )}
      {source && checkedAt && ", "}
      {checkedAt && (
        <>
          {source ? "checked" : "Checked"} <DateText iso={checkedAt} precision="month" />
        </>
      )}
    </small>
  );
}
