import type { Metadata } from "next";
import { ChangeList } from "@/components/changes/change-list";
import { JsonLd } from "@/components/seo/json-ld";
import { Heading } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/text-link";
import { listChanges } from "@/lib/changes/queries";
import { changesAddress, changesQuerySchema } from "@/lib/changes/schema";
import { plainGraph } from "@/lib/seo/graph/list";
import { CHANGES, changesMetadata } from "@/lib/seo/pages";

export const dynamic = "force-dynamic";

const PAGE_SIZE = 40;

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return changesMetadata({ older: (await searchParams).before !== undefined });
}

export default async function ChangesPage({ searchParams }: Props) {
  const asked = changesQuerySchema.safeParse(await searchParams);
  const { before } = asked.success ? asked.data : {};
  const { changes, more } = await listChanges({ take: PAGE_SIZE, before });
  return (
    <div className="space-y-12">
      <JsonLd graph={plainGraph("WebPage", CHANGES)} />
      <header className="space-y-3">
        <Heading level={1}>What changed</Heading>
        <p className="max-w-[60ch] text-lg text-soft leading-relaxed">
          What is new here, and what we changed our mind about. Follow it as{" "}
          <TextLink href="/feed.xml">an Atom feed</TextLink>.
        </p>
      </header>
      {!asked.success && (
        <p role="status" className="rounded-lg border border-line bg-raised px-4 py-3">
          The list has no such place. Here is its beginning.
        </p>
      )}
      {changes.length > 0 ? (
        <ChangeList changes={changes} />
      ) : (
        <p className="text-lg">{before ? "Nothing is older than that." : "Nothing has changed yet."}</p>
      )}
      {(more || before) && (
        <nav aria-label="Pages" className="flex gap-6">
          {before && <TextLink href="/changes">Newest</TextLink>}
          {more && <TextLink href={changesAddress(more)}>Older</TextLink>}
        </nav>
      )}
    </div>
  );
}
