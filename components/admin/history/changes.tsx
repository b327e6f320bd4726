import { DiffText } from "@/components/admin/diff-text";
import type { Change } from "@/lib/drafts/diff";
import type { Part } from "@/lib/drafts/diff-texts";

/** What is different in a later form, field by field and word by word; told apart by more than colour. */
export function Changes({ changes }: { changes: Change[] }) {
  if (changes.length === 0) {
    return (
      <p className="rounded-xl border border-line border-dashed px-5 py-10 text-center text-soft">
        Nothing differs between the two.
      </p>
    );
  }
  return (
    <dl className="divide-y divide-line rounded-xl border border-line bg-raised">
      {changes.map((change) => (
        <div key={`${change.path} ${change.kind}`} className="px-4 py-3 md:px-5">
          <dt className="text-sm text-soft">{headingOf(change)}</dt>
          <dd className="mt-1 max-w-[75ch] whitespace-pre-wrap leading-relaxed">
            <Parts parts={change.parts} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function headingOf({ label, kind, from }: Change): string {
  if (kind === "changed") return label;
  if (kind !== "moved") return `${label}, ${kind}`;
  return from === undefined || from === label ? `${label}, moved` : `${label}, moved: it was ${from}`;
}

function Parts({ parts }: { parts: Part[] }) {
  const last = parts.length - 1;
  const shown = parts.map((part, index) =>
    part.kind === "same"
      ? { ...part, text: shortened(part.text, { isFirst: index === 0, isLast: index === last }) }
      : part,
  );
  return <DiffText parts={shown} />;
}

const NEAR = 160;

/** What stayed the same is shown as far as it stands near to what did not. */
function shortened(text: string, { isFirst, isLast }: { isFirst: boolean; isLast: boolean }): string {
  const [head, tail] = [isFirst ? 0 : NEAR, isLast ? 0 : NEAR];
  if ((isFirst && isLast) || text.length <= head + tail + NEAR) return text;
  return `${firstWords(text, head)} … ${lastWords(text, tail)}`;
}

function firstWords(text: string, length: number): string {
  return text.slice(0, length).replace(/\s*\S*$/u, "");
}

function lastWords(text: string, length: number): string {
  return length === 0 ? "" : text.slice(-length).replace(/^\S*\s*/u, "");
}
