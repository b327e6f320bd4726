import { ListPictureView } from "@/components/pictures/list-picture";
import { findCategoryPage } from "@/lib/categories/page-queries";
import { readSlug } from "@/lib/pair/pair";
import { pictureOfList } from "@/lib/pictures/views";
import { firstSentence } from "@/lib/verdict/first-sentence";
import { slugAsWords } from "@/lib/verdict/words";
import { answerPicture, nameOf } from "../../answer";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ file: string }> };

/** `GET /og/categories/{slug}.png`: what a category is about, and a few of its technologies, the best first. */
export async function GET(request: Request, { params }: Props) {
  const segment = nameOf((await params).file) ?? "";
  return answerPicture(request, async () => {
    const slug = readSlug(segment);
    const category = slug && (await findCategoryPage(slug, 1));
    if (!category) return { kind: "missing" };
    if (slug !== segment) return { kind: "moved", to: `/categories/${slug}` };
    const { name, description, best, list } = category;
    const shown = best.length > 0 ? best : list.entries;
    const picture = pictureOfList({
      heading: name,
      otherwise: slugAsWords(slug),
      ...(description && { text: firstSentence(description) }),
      entries: shown.map((entry) => ({ slug: entry.slug, name: entry.name })),
    });
    return { shows: { picture }, draw: ListPictureView };
  });
}
