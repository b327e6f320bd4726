import type { PickCounts } from "@/lib/feedback/types";

/** Who would pick what, as bars with their numbers. The bars only repeat what the numbers say. */
export function PickTally({ picks: { left, right, neither } }: { picks: PickCounts }) {
  const rows = [
    { name: left.name, count: left.count },
    { name: right.name, count: right.count },
    { name: "Neither", count: neither },
  ];
  const most = Math.max(...rows.map(({ count }) => count), 1);
  return (
    <section aria-labelledby="picks" className="max-w-2xl">
      <h2 id="picks" className="mb-2 font-semibold text-lg">
        Who would pick what
      </h2>
      <dl className="space-y-1.5 text-[0.95rem]">
        {rows.map(({ name, count }) => (
          <div key={name} className="grid grid-cols-[minmax(0,10rem)_minmax(0,1fr)] items-center gap-x-4">
            <dt className="min-w-0">{name}</dt>
            <dd className="flex items-center gap-2.5">
              <span
                aria-hidden="true"
                className="h-3 min-w-px rounded-sm bg-ice print:border"
                style={{ width: `${(count / most) * 80}%` }}
              />
              {count.toLocaleString("en")}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
