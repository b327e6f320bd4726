import { DateText } from "@/components/ui/date";
import { TextLink } from "@/components/ui/text-link";

/** The last line of a record's page: when it changed last, and its other forms. `path` is the page's own. */
export function PageEnd({ path, updatedAt }: { path: string; updatedAt: string }) {
  return (
    <p className="text-small text-soft">
      Last updated <DateText iso={updatedAt} />. Also as <TextLink href={`${path}.md`}>Markdown</TextLink> and{" "}
      <TextLink href={`${path}.json`}>JSON</TextLink>.
    </p>
  );
}
