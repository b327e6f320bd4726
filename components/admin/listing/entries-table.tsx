import type { ReactNode } from "react";
import { StandingTag } from "@/components/admin/standing-tag";
import { AgoText } from "@/components/ui/ago";
import type { ListEntry } from "@/lib/listing";

/** A column of its own between the name and how the item stands. */
export type Column<Entry> = { head: string; className: string; cell: (entry: Entry) => ReactNode };

type Props<Entry> = {
  caption: string;
  path: string;
  entries: Entry[];
  columns: Column<Entry>[];
  now: string;
};

const CELL = "py-2.5 pr-4 max-md:block max-md:py-0.5 max-md:pr-0";

/** A table from 768 px; below that each entry is a block of its own. The whole row leads to the editor. */
export function EntriesTable<Entry extends ListEntry>(props: Props<Entry>) {
  const { caption, path, entries, columns, now } = props;
  return (
    <table className="w-full border-collapse text-left text-[0.95rem] max-md:block">
      <caption className="sr-only">{caption}</caption>
      <thead className="text-soft text-sm max-md:sr-only">
        <tr className="border-line border-b">
          <th scope="col" className="py-2 pr-4 font-medium">
            Name
          </th>
          {columns.map(({ head, className }) => (
            <th key={head} scope="col" className={`py-2 pr-4 font-medium ${className}`}>
              {head}
            </th>
          ))}
          <th scope="col" className="w-44 py-2 pr-4 font-medium">
            State
          </th>
          <th scope="col" className="w-40 py-2 font-medium">
            Last saved
          </th>
        </tr>
      </thead>
      <tbody className="max-md:block">
        {entries.map((entry) => (
          <tr
            key={entry.id}
            className="relative border-line border-b align-top hover:bg-ice-wash/50 max-md:block max-md:py-3"
          >
            <th scope="row" className={`${CELL} font-normal`}>
              <a
                href={`${path}/${entry.id}`}
                className="font-medium after:absolute after:inset-0 hover:underline focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-ice focus-visible:after:-outline-offset-2"
              >
                {entry.title || "Untitled"}
              </a>
              {entry.slug && <span className="block text-soft text-sm">{entry.slug}</span>}
            </th>
            {columns.map(({ head, cell }) => (
              <td key={head} className={`${CELL} max-md:text-sm max-md:text-soft max-md:empty:hidden`}>
                {cell(entry)}
              </td>
            ))}
            <td className={CELL}>
              <StandingTag standing={entry} />
            </td>
            <td className={`${CELL} text-soft text-sm`}>
              <span className="md:hidden">Saved </span>
              <AgoText iso={entry.savedAt} now={now} />
              {entry.savedBy && (
                <>
                  {" "}
                  <span className="md:block">by {entry.savedBy}</span>
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
