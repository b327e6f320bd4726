import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ComparisonView } from "@/components/comparison/comparison-view";
import { MainArea } from "@/components/layout/main-area";
import { PreviewBanner } from "@/components/layout/preview-banner";
import { TechnologyView } from "@/components/technology/technology-view";
import { requireEnv } from "@/lib/env";
import { findPreview } from "@/lib/previews/queries";

// Never kept: a link that is revoked shows nothing on the next request.
export const dynamic = "force-dynamic";

type Props = { params: Promise<{ token: string }> };

/** proxy.ts has turned away every token that does not check out; one lookup serves head and body. */
const loadPreview = cache(async (token: string) => (await findPreview(token)) ?? notFound());

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const preview = await loadPreview((await params).token);
  const title = preview.type === "technology" ? preview.page.name : preview.page.verdict.title;
  return {
    title: `Preview: ${title}`,
    robots: { index: false, follow: false },
    referrer: "no-referrer",
  };
}

export default async function PreviewPage({ params }: Props) {
  const preview = await loadPreview((await params).token);
  return (
    <>
      <PreviewBanner expiresAt={preview.expiresAt} isDraft={preview.isDraft} />
      <MainArea>
        {preview.type === "technology" ? (
          <TechnologyView technology={preview.page} />
        ) : (
          <ComparisonView page={preview.page} contact={requireEnv().FEEDBACK_TO[0]} />
        )}
      </MainArea>
    </>
  );
}
