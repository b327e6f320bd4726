import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { z } from "zod";
import { readEditor } from "@/app/admin/(cms)/read-editor";
import { ComparisonEditor } from "@/components/admin/comparison/comparison-editor";
import { type AskedSide, ComparisonStart } from "@/components/admin/comparison/start";
import { itemPath } from "@/components/admin/item-path";
import { listCategoryOptions } from "@/lib/categories/queries";
import type { ComparisonForm } from "@/lib/comparisons/form";
import { findChosenSlug, findPairItem, findSideNames } from "@/lib/comparisons/pair-queries";
import { prefillComparison } from "@/lib/comparisons/prefill";
import { requireEnv } from "@/lib/env";
import { LENGTH } from "@/lib/fields";
import { formText } from "@/lib/form-fields";
import { isSlug, type Pair } from "@/lib/pair/pair";
import { findTechnologyForm } from "@/lib/technologies/lookup-queries";

export const dynamic = "force-dynamic";

export const metadata: Metadata = { title: "New comparison" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const slug = z.string().refine(isSlug).catch("");
const text = formText(LENGTH.name).optional().catch(undefined);

/**
 * Both sides: by slug, and as typed where the form was sent. Perhaps the id of a comparison that was begun in this
 * browser and is not on the server yet.
 */
const askedSchema = z.object({
  ...{ left: slug, leftText: text, right: slug, rightText: text },
  id: z.uuid().optional().catch(undefined),
});

export default async function NewComparisonPage({ searchParams }: Props) {
  const { leftText, rightText, id, ...given } = askedSchema.parse(await searchParams);
  const data = await readEditor("comparison", null);
  const sides = {
    left: await findSide(given.left, leftText),
    right: await findSide(given.right, rightText),
  };
  const pair = { left: sides.left.slug, right: sides.right.slug };
  const begun = await begin(pair, data.actor.name);
  // What this browser kept is gone on with under its own id, whatever became of its sides and begun since.
  const goesOn = id !== undefined && pair.left !== "" && pair.right !== "";
  if (!begun && !goesOn) {
    const isSame = pair.left !== "" && pair.left === pair.right;
    return (
      <div className="space-y-6">
        <header>
          <h1 className="font-bold text-3xl tracking-tight">New comparison</h1>
          <p className="mt-1 text-soft">
            Choose the two. You go on from what we would say of them by our ratings.
          </p>
        </header>
        <ComparisonStart
          left={sides.left}
          right={isSame ? { ...sides.right, problem: "is the same technology" } : sides.right}
          userId={data.actor.id}
          {...(id && pair.left === "" && { resumes: id })}
        />
      </div>
    );
  }
  const there = begun && !goesOn ? await findPairItem(begun) : null;
  if (there) redirect(itemPath("comparison", there));
  return (
    <ComparisonEditor
      {...data}
      sides={await findSideNames(begun ?? pair)}
      {...(begun && { initial: begun })}
      categories={await listCategoryOptions()}
      contact={requireEnv().FEEDBACK_TO[0]}
    />
  );
}

async function findSide(asked: string, typed: string | undefined): Promise<AskedSide> {
  if (typed === undefined) return { slug: asked };
  if (typed.trim() === "") return { slug: "", problem: "is required" };
  const found = await findChosenSlug({ slug: asked, text: typed });
  return found === null ? { slug: "", problem: `“${typed.trim()}” is not on file` } : { slug: found };
}

/** What a comparison of the two begins with; null unless they are two, and on file. */
async function begin(pair: Pair, author: string): Promise<ComparisonForm | null> {
  if (pair.left === "" || pair.right === "") return null;
  const [left, right] = await Promise.all([findTechnologyForm(pair.left), findTechnologyForm(pair.right)]);
  if (!left || !right || left.id === right.id) return null;
  return prefillComparison({ left: left.form, right: right.form, author });
}
