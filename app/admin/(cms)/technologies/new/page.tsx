import type { Metadata } from "next";
import { readEditor } from "@/app/admin/(cms)/read-editor";
import { TechnologyEditor } from "@/components/admin/technology/technology-editor";
import { listCategoryOptions } from "@/lib/categories/queries";
import { requireEnv } from "@/lib/env";
import { shortText } from "@/lib/form-fields";
import { emptyTechnologyForm } from "@/lib/technologies/form";

export const dynamic = "force-dynamic";

export const metadata: Metadata = { title: "New technology" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** `?name=`: what it begins with, such as a name that readers asked for. */
export default async function NewTechnologyPage({ searchParams }: Props) {
  const data = await readEditor("technology", null);
  const name = shortText.safeParse((await searchParams).name).data?.trim();
  return (
    <TechnologyEditor
      {...data}
      {...(name && { initial: { ...emptyTechnologyForm(), name } })}
      categories={await listCategoryOptions()}
      contact={requireEnv().FEEDBACK_TO[0]}
    />
  );
}
