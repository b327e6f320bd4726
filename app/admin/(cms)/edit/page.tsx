import { redirect } from "next/navigation";
import { itemPath, listPath } from "@/components/admin/item-path";
import { requireActor } from "@/lib/auth/actor";
import { type EditTarget, findEditTarget } from "@/lib/drafts/edit-target-queries";

export const dynamic = "force-dynamic";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** `/admin/edit?path=/compare/a-vs-b`: leads on to where that page is written, and home where there is no such page. */
export default async function EditPage({ searchParams }: Props) {
  await requireActor("admin.enter");
  const { path } = await searchParams;
  const target = typeof path === "string" ? await findEditTarget(path) : null;
  redirect(target ? editorPath(target) : "/admin");
}

function editorPath(target: EditTarget): string {
  if ("id" in target) return itemPath(target.itemType, target.id);
  return `${listPath("comparison")}/new?${new URLSearchParams(target)}`;
}
