import { ListPictureView } from "@/components/pictures/list-picture";
import { readSlug } from "@/lib/pair/pair";
import { pictureOfList } from "@/lib/pictures/views";
import { findRanking } from "@/lib/rankings/ranking-queries";
import { slugAsWords } from "@/lib/verdict/words";
import { answerPicture, nameOf } from "../../answer";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ file: string }> };

/** `GET /og/best/{category}.png`: the first places of a ranking. */
export async function GET(request: Request, { params }: Props) {
  const segment = nameOf((await params).file) ?? "";
  return answerPicture(request, async () => {
    const slug = readSlug(segment);
    const ranking = slug && (await findRanking(slug));
    if (!ranking) return { kind: "missing" };
    if (slug !== segment) return { kind: "moved", to: `/best/${slug}` };
    const { category, places } = ranking;
    const picture = pictureOfList({
      heading: `Best in ${category.name}`,
      otherwise: `Best in ${slugAsWords(slug)}`,
      entries: places,
    });
    return { shows: { picture }, draw: ListPictureView };
  });
}
