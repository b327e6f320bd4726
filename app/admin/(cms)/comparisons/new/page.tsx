import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { z } from "zod";
import { readEditor } from "@/app/admin/(cms)/read-editor";
import { ComparisonEditor } from "@/components/admin/comparison/comparison-editor";
import { ComparisonStart } from "@/components/admin/comparison/start";
import { itemPath } from "@/components/admin/item-path";
import { listCategoryOptions } from "@/lib/categories/queries";
import type { ComparisonForm } from "@/lib/comparisons/form";
import { findPairItem, findSideNames } from "@/lib/comparisons/pair-queries";
import { prefillComparison } from "@/lib/comparisons/prefill";
import { requireEnv } from "@/lib/env";
import { isSlug, type Pair } from "@/lib/pair/pair";
import { findTechnologyForm } from "@/lib/technologies/lookup-queries";

export const dynamic = "force-dynamic";

export const metadata: Metadata = { title: "New comparison" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const slug = z.string().refine(isSlug).catch("");

/** Both sides, and perhaps the id of a comparison that was begun in this browser and is not on the server yet. */
const askedSchema = z.object({ left: slug, right: slug, id: z.uuid().optional().catch(undefined) });

export default async function NewComparisonPage({ searchParams }: Props) {
  const { left, right, id } = askedSchema.parse(await searchParams);
  const data = await readEditor("comparison", null);
  const begun = await begin({ left, right }, data.actor.name);
  // What this browser kept is gone on with under its own id, whatever became of its sides and begun since.
  const goesOn = id !== undefined && left !== "" && right !== "";
  if (!begun && !goesOn) {
    return (
      <div className="space-y-6">
        <header>
          <h1 className="font-bold text-3xl tracking-tight">New comparison</h1>
          <p className="mt-1 text-soft">
            Choose the two. You go on from what we would say of them by our ratings.
          </p>
        </header>
        <ComparisonStart left={left} right={right} userId={data.actor.id} {...(id && { resumes: id })} />
      </div>
    );
  }
  const there = begun && !goesOn ? await findPairItem(begun) : null;
  if (there) redirect(itemPath("comparison", there));
  return (
    <ComparisonEditor
      {...data}
      sides={await findSideNames(begun ?? { left, right })}
      {...(begun && { initial: begun })}
      categories={await listCategoryOptions()}
      contact={requireEnv().FEEDBACK_TO[0]}
    />
  );
}

/** What a comparison of the two begins with; null unless they are two, and on file. */
async function begin(pair: Pair, author: string): Promise<ComparisonForm | null> {
  if (pair.left === "" || pair.right === "") return null;
  const [left, right] = await Promise.all([findTechnologyForm(pair.left), findTechnologyForm(pair.right)]);
  if (!left || !right || left.id === right.id) return null;
  return prefillComparison({ left: left.form, right: right.form, author });
}
