import type { CuratedParts } from "@/lib/comparisons/types";

type Props = { criteria: CuratedParts["criteria"]; left: string; right: string };

/** A table from 640 px; below that each criterion is a block of its own, with the names kept beside the values. */
export function CriteriaTable({ criteria, left, right }: Props) {
  const edges = { left, right, even: "Even" };
  return (
    <table className="w-full border-collapse text-left leading-relaxed max-sm:block">
      {/* The names stay in sight while the rows are read; a border would be left behind. */}
      <thead className="sticky top-0 z-[1] bg-paper shadow-[inset_0_-2px_0_var(--ink)] max-sm:sr-only print:static print:border-ink print:border-b-2 print:shadow-none">
        <tr className="align-bottom">
          <th scope="col" className="w-1/5 py-2 pr-4 font-semibold">
            Criterion
          </th>
          <th scope="col" className="py-2 pr-4 pl-3 font-semibold">
            {left}
          </th>
          <th scope="col" className="py-2 pr-4 pl-3 font-semibold">
            {right}
          </th>
          <th scope="col" className="w-1/6 py-2 pl-3 font-semibold">
            Edge
          </th>
        </tr>
      </thead>
      <tbody className="max-sm:block">
        {criteria.map(({ name, edge, ...row }, index) => (
          <tr key={index} className="border-line border-b align-top max-sm:block max-sm:py-4">
            <th scope="row" className="py-3 pr-4 font-semibold max-sm:block max-sm:py-0">
              {name}
            </th>
            {(["left", "right"] as const).map((side) => (
              <td
                key={side}
                className={`py-3 pr-4 pl-3 max-sm:block max-sm:px-0 max-sm:py-1 ${edge === side ? "sm:bg-ice-wash" : ""}`}
              >
                <span aria-hidden="true" className="text-soft text-sm sm:hidden">
                  {edges[side]}:{" "}
                </span>
                {row[side]}
              </td>
            ))}
            <td className="py-3 pl-3 font-semibold text-ice max-sm:block max-sm:px-0 max-sm:py-1">
              <span aria-hidden="true" className="font-normal text-soft text-sm sm:hidden">
                Edge:{" "}
              </span>
              {edges[edge]}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
