import type { Metadata } from "next";
import { readEditor } from "@/app/admin/(cms)/read-editor";
import { ComparisonEditor } from "@/components/admin/comparison/comparison-editor";
import { RestoredNotice } from "@/components/admin/history/restored-notice";
import { listCategoryOptions } from "@/lib/categories/queries";
import { findSideNames } from "@/lib/comparisons/pair-queries";
import { requireEnv } from "@/lib/env";

export const dynamic = "force-dynamic";

export const metadata: Metadata = { title: "Comparison" };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function EditComparisonPage({ params, searchParams }: Props) {
  const data = await readEditor("comparison", (await params).id);
  const form = data.state?.draft?.form ?? data.state?.live?.form;
  const [categories, sides] = await Promise.all([
    listCategoryOptions(),
    findSideNames({ left: form?.left ?? "", right: form?.right ?? "" }),
  ]);
  return (
    <>
      <RestoredNotice type="comparison" state={data.state} asked={(await searchParams).restored} />
      <ComparisonEditor
        {...data}
        sides={sides}
        categories={categories}
        contact={requireEnv().FEEDBACK_TO[0]}
      />
    </>
  );
}
