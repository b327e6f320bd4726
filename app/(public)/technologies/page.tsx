import type { Metadata } from "next";
import { MessagePage } from "@/components/layout/message-page";
import { TechnologyRow } from "@/components/technology/row";
import { TextLink } from "@/components/ui/text-link";
import { listTechnologies } from "@/lib/technologies/queries";

export const dynamic = "force-dynamic";

export const metadata: Metadata = {
  title: "Technologies",
  description: "Every technology on file, each with the case for it, its pros and cons, and our rating.",
  alternates: { canonical: "/technologies" },
};

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function TechnologiesPage({ searchParams }: Props) {
  const { page: asked } = await searchParams;
  const list = await listTechnologies(
    typeof asked === "string" && /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 1,
  );
  if (list.page > list.pages) {
    return (
      <MessagePage title={`There is no page ${list.page}`}>
        <p>
          The list ends at <TextLink href={`/technologies?page=${list.pages}`}>page {list.pages}</TextLink>.
        </p>
      </MessagePage>
    );
  }
  return (
    <div className="space-y-10">
      <header className="space-y-3">
        <h1 className="font-bold text-4xl tracking-tight md:text-5xl">Technologies</h1>
        <p className="text-lg text-soft">
          {list.total === 0
            ? "Nothing is on file yet."
            : `${list.total.toLocaleString("en")} on file. Any two compare.`}
        </p>
      </header>
      <ul className="grid gap-x-12 md:grid-cols-2">
        {list.entries.map((entry) => (
          <TechnologyRow key={entry.slug} entry={entry} />
        ))}
      </ul>
      {list.pages > 1 && (
        <nav aria-label="Pages" className="flex items-baseline gap-6">
          {list.page > 1 && <TextLink href={`/technologies?page=${list.page - 1}`}>Previous</TextLink>}
          <span className="text-soft">
            Page {list.page} of {list.pages}
          </span>
          {list.page < list.pages && <TextLink href={`/technologies?page=${list.page + 1}`}>Next</TextLink>}
        </nav>
      )}
    </div>
  );
}
