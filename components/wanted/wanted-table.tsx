import { AgoText } from "@/components/ui/ago";
import { ButtonLink } from "@/components/ui/button";
import type { WantedEntry } from "@/lib/wanted/queries";
import { DismissButton } from "./dismiss-button";

const CELL = "py-3 pr-5 max-md:block max-md:py-0.5 max-md:pr-0";

/** What readers asked for: a table from 768 px; below that each wish is a block of its own. */
export function WantedTable({ entries, now }: { entries: WantedEntry[]; now: string }) {
  return (
    <table className="w-full border-collapse text-left text-[0.95rem] max-md:block">
      <caption className="sr-only">What readers asked for</caption>
      <thead className="text-soft text-sm max-md:sr-only">
        <tr className="border-line border-b">
          {["Wanted", "Asked for by", "First", "Last"].map((head) => (
            <th key={head} scope="col" className="py-2 pr-5 font-medium">
              {head}
            </th>
          ))}
          <th scope="col" className="w-72 py-2">
            <span className="sr-only">What to do</span>
          </th>
        </tr>
      </thead>
      <tbody className="max-md:block">
        {entries.map(({ id, text, asked, firstAt, lastAt }) => (
          <tr key={id} className="border-line border-b align-middle max-md:block max-md:py-3">
            <th scope="row" className={`${CELL} font-medium`}>
              {text}
            </th>
            <td className={`${CELL} max-md:text-soft max-md:text-sm`}>
              <span className="md:hidden">Asked for by </span>
              {asked.toLocaleString("en")} {asked === 1 ? "reader" : "readers"}
            </td>
            <td className={`${CELL} text-soft text-sm`}>
              <span className="md:hidden">First </span>
              <AgoText iso={firstAt} now={now} />
            </td>
            <td className={`${CELL} text-soft text-sm`}>
              <span className="md:hidden">Last </span>
              <AgoText iso={lastAt} now={now} />
            </td>
            <td className="py-2">
              <div className="flex flex-wrap gap-2 md:justify-end">
                <ButtonLink
                  size="small"
                  href={`/admin/technologies/new?${new URLSearchParams({ name: text })}`}
                  aria-label={`Begin a technology: ${text}`}
                >
                  Begin a technology
                </ButtonLink>
                <DismissButton id={id} text={text} />
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
