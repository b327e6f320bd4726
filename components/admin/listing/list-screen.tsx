import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { PagesNav } from "@/components/ui/pages-nav";
import { TextLink } from "@/components/ui/text-link";
import { isNarrowed, type ListEntry, type ListPage, type ListQuery, listAddress } from "@/lib/listing";
import { type Column, EntriesTable } from "./entries-table";
import { type Filter, ListFilters } from "./filters";

type Props<Entry extends ListEntry> = {
  /** "Technologies", with the word for one of them: "technology". */
  title: string;
  one: string;
  path: string;
  query: ListQuery;
  list: ListPage<Entry>;
  /** The label of the search: what it looks into. */
  searches: string;
  filters: Filter[];
  columns: Column<Entry>[];
  /** ISO date. */
  now: string;
};

/** A list of items for their editors: found, filtered, in order, page by page, with and without JavaScript. */
export function ListScreen<Entry extends ListEntry>(props: Props<Entry>) {
  const { title, one, path, query, list, searches, filters, columns, now } = props;
  const narrowed = isNarrowed(query);
  return (
    <div className="space-y-6">
      <header className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <div>
          <h1 className="font-bold text-3xl tracking-tight">{title}</h1>
          <p className="mt-0.5 text-soft">{countText(list.total, narrowed)}</p>
        </div>
        <ButtonLink variant="primary" href={`${path}/new`}>
          New {one}
        </ButtonLink>
      </header>
      {(list.total > 0 || narrowed) && (
        <ListFilters path={path} query={query} searches={searches} filters={filters} />
      )}
      {list.total > 0 ? (
        <EntriesTable caption={title} path={path} entries={list.entries} columns={columns} now={now} />
      ) : (
        <Empty>
          {narrowed ? (
            <>
              Nothing here is like that. <TextLink href={path}>Show all of them.</TextLink>
            </>
          ) : (
            <>
              None yet. <TextLink href={`${path}/new`}>Write the first {one}.</TextLink>
            </>
          )}
        </Empty>
      )}
      <PagesNav
        page={list.page}
        pages={list.pages}
        addressOf={(onPage) => listAddress(path, query, onPage)}
      />
    </div>
  );
}

function countText(total: number, narrowed: boolean): string {
  const count = total.toLocaleString("en");
  if (narrowed) return `${count} found`;
  return total === 0 ? "Nothing on file" : `${count} on file`;
}
