import { MessagePage } from "@/components/layout/message-page";
import { TextLink } from "@/components/ui/text-link";
import { type BrowsePage, type BrowseQuery, browsePath } from "@/lib/technologies/browse";
import { FilterForm } from "./filter-form";

const WORDS: Record<BrowseQuery["unknown"][number]["field"], string> = {
  kind: "kind",
  category: "category",
  ring: "rating",
  letter: "letter",
  page: "page",
};

/** Readers see what they typed, in a length that fits a line. */
const LONGEST = 40;

/** Something of the address is not known: what it is, and what there is instead. */
export function UnknownFilters({ unknown, list }: { unknown: BrowseQuery["unknown"]; list: BrowsePage }) {
  return (
    <MessagePage title="No such list">
      {unknown.map(({ field, value }) => (
        <p key={field}>
          We know no {WORDS[field]} “{shortened(value)}”.
        </p>
      ))}
      <p>
        Choose from what there is, or see{" "}
        <TextLink href={browsePath(list.filters)}>
          {Object.keys(list.filters).length > 0 ? "the list without it" : "everything on file"}
        </TextLink>
        .
      </p>
      <FilterForm list={list} />
    </MessagePage>
  );
}

export function shortened(value: string): string {
  const characters = [...value.replace(/\p{C}/gu, "")];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join("")}…` : characters.join("");
}
