import type { Metadata } from "next";
import { readEditor } from "@/app/admin/(cms)/read-editor";
import { RestoredNotice } from "@/components/admin/history/restored-notice";
import { TechnologyEditor } from "@/components/admin/technology/technology-editor";
import { listCategoryOptions } from "@/lib/categories/queries";
import { requireEnv } from "@/lib/env";

export const dynamic = "force-dynamic";

export const metadata: Metadata = { title: "Technology" };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function EditTechnologyPage({ params, searchParams }: Props) {
  const data = await readEditor("technology", (await params).id);
  return (
    <>
      <RestoredNotice type="technology" state={data.state} asked={(await searchParams).restored} />
      <TechnologyEditor
        {...data}
        categories={await listCategoryOptions()}
        contact={requireEnv().FEEDBACK_TO[0]}
      />
    </>
  );
}
