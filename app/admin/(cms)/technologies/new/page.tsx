import type { Metadata } from "next";
import { readEditor } from "@/app/admin/(cms)/read-editor";
import { TechnologyEditor } from "@/components/admin/technology/technology-editor";
import { listCategoryOptions } from "@/lib/categories/queries";
import { requireEnv } from "@/lib/env";

export const dynamic = "force-dynamic";

export const metadata: Metadata = { title: "New technology" };

export default async function NewTechnologyPage() {
  const data = await readEditor("technology", null);
  return (
    <TechnologyEditor
      {...data}
      categories={await listCategoryOptions()}
      contact={requireEnv().FEEDBACK_TO[0]}
    />
  );
}
