import { AgoText } from "@/components/ui/ago";
import { Button, ButtonLink } from "@/components/ui/button";
import type { Shown, VersionRef } from "@/lib/revisions/choose";

/** A version in a history; `at` is ISO, UTC, and `by` a name. */
export type VersionEntry = { version: VersionRef; by: string; at: string; reason?: string };

type Props = {
  path: string;
  /** Newest first. */
  versions: VersionEntry[];
  shown: Shown | null;
  mayRestore: boolean;
  /** ISO. */
  now: string;
};

/** All versions there are. A plain form chooses two of them to compare. */
export function Versions({ path, versions, shown, mayRestore, now }: Props) {
  const comparable = versions.length > 1;
  return (
    <form action={path} className="space-y-4">
      <table className="w-full border-collapse text-left text-[0.95rem]">
        <caption className="sr-only">All versions, newest first</caption>
        <thead className="text-sm text-soft">
          <tr className="border-line border-b">
            {comparable && (
              <>
                <th scope="col" className="w-14 py-2 font-medium">
                  From
                </th>
                <th scope="col" className="w-12 py-2 font-medium">
                  To
                </th>
              </>
            )}
            <th scope="col" className="py-2 font-medium">
              Version
            </th>
            {mayRestore && (
              <th scope="col" className="w-24 py-2">
                <span className="sr-only">Restore</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {versions.map((entry, index) => (
            <tr key={entry.version} className="border-line border-b align-top">
              {comparable &&
                (["from", "to"] as const).map((end) => (
                  <td key={end} className="py-2">
                    <label className="grid size-6 cursor-pointer place-items-center">
                      <span className="sr-only">
                        {end === "from" ? "From" : "To"} {versionText(entry.version)}
                      </span>
                      <input
                        type="radio"
                        name={end}
                        value={entry.version}
                        defaultChecked={shown?.[end] === entry.version}
                        className="size-5 cursor-pointer accent-ice"
                      />
                    </label>
                  </td>
                ))}
              <td className="min-w-0 py-2 pr-3">
                <Said entry={entry} now={now} />
              </td>
              {mayRestore && (
                <td className="py-2 text-right">
                  {index > 0 && entry.version !== "draft" && (
                    <ButtonLink
                      size="small"
                      href={`${path}?restore=${entry.version}`}
                      aria-label={`Restore version ${entry.version}…`}
                    >
                      Restore…
                    </ButtonLink>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {comparable && <Button type="submit">Compare</Button>}
    </form>
  );
}

function Said({ entry: { version, by, at, reason }, now }: { entry: VersionEntry; now: string }) {
  return (
    <>
      <span className="font-medium">{version === "draft" ? "Draft" : `Version ${version}`}</span>{" "}
      <span className="block text-sm text-soft">
        {version === "draft" ? "saved" : "published"} <AgoText iso={at} now={now} /> by {by}
      </span>
      {reason && <span className="block text-sm">“{reason}”</span>}
    </>
  );
}

/** A version inside a sentence. */
export function versionText(version: VersionRef): string {
  return version === "draft" ? "the draft" : `version ${version}`;
}
