import type { Metadata } from "next";
import { readEditor } from "@/app/admin/(cms)/read-editor";
import { CategoryEditor } from "@/components/admin/category/category-editor";

export const dynamic = "force-dynamic";

export const metadata: Metadata = { title: "New category" };

export default async function NewCategoryPage() {
  return <CategoryEditor {...(await readEditor("category", null))} />;
}
