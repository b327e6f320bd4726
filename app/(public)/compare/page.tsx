import type { Metadata } from "next";
import { Picker } from "@/components/comparison/picker";
import { WrittenIndex } from "@/components/comparison/written-index";
import { TextLink } from "@/components/ui/text-link";
import { listWritten } from "@/lib/comparisons/written-queries";
import { pickerMetadata } from "@/lib/seo/pages";
import { findTechnologyByText, listSuggestions } from "@/lib/technologies/queries";
import type { Suggestion } from "@/lib/technologies/types";

export const dynamic = "force-dynamic";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { left, right } = await searchParams;
  return pickerMetadata({ asked: Boolean(left || right) });
}

type Checked = { value: string; known: boolean; suggestions: Suggestion[] };

/** Two known names never get here: proxy.ts leads them to their comparison. */
export default async function ComparePage({ searchParams }: Props) {
  const fields = await searchParams;
  const [left, right] = await Promise.all([check(fields.left), check(fields.right)]);
  const sent = left.value !== "" || right.value !== "";
  return (
    <div className="space-y-part">
      <div className="max-w-4xl space-y-8">
        <header className="space-y-3">
          <h1 className="text-title">This or that?</h1>
          <p className="text-lg text-soft">Any two technologies on file make a comparison.</p>
        </header>
        <Picker left={toSide(left, sent)} right={toSide(right, sent)} action="Compare" />
        <DidYouMean side={left} hrefFor={(name) => comparing(name, right.value)} />
        <DidYouMean side={right} hrefFor={(name) => comparing(left.value, name)} />
      </div>
      {!sent && <Written />}
    </div>
  );
}

/** Something to read, where nothing was asked yet. */
async function Written() {
  const list = await listWritten();
  return list.categories.length > 0 && <WrittenIndex list={list} />;
}

function DidYouMean({ side, hrefFor }: { side: Checked; hrefFor: (name: string) => string }) {
  if (side.suggestions.length === 0) return null;
  return (
    <section>
      <h2 className="mb-2 font-semibold text-lg">Did you mean, by “{side.value}”:</h2>
      <ul className="space-y-1.5">
        {side.suggestions.map(({ slug, name, hint }) => (
          <li key={slug}>
            <TextLink href={hrefFor(slug)}>{name}</TextLink> <span className="text-soft text-sm">{hint}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function comparing(left: string, right: string): string {
  return `/compare?${new URLSearchParams({ left, right })}`;
}

async function check(field: string | string[] | undefined): Promise<Checked> {
  const value = ((Array.isArray(field) ? field[0] : field) ?? "").trim().slice(0, 120);
  const known = value !== "" && (await findTechnologyByText(value)) !== null;
  return { value, known, suggestions: known ? [] : await listSuggestions(value, 5) };
}

function toSide({ value, known }: Checked, sent: boolean) {
  if (!sent || known) return { value };
  return { value, error: value === "" ? "Name a technology." : `We have nothing called “${value}” on file.` };
}
