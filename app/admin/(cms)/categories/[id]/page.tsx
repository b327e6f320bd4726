import type { Metadata } from "next";
import { readEditor } from "@/app/admin/(cms)/read-editor";
import { CategoryEditor } from "@/components/admin/category/category-editor";
import { RestoredNotice } from "@/components/admin/history/restored-notice";

export const dynamic = "force-dynamic";

export const metadata: Metadata = { title: "Category" };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function EditCategoryPage({ params, searchParams }: Props) {
  const data = await readEditor("category", (await params).id);
  return (
    <>
      <RestoredNotice type="category" state={data.state} asked={(await searchParams).restored} />
      <CategoryEditor {...data} />
    </>
  );
}
