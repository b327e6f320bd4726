import { KIND_NAMES } from "@/components/browse/kind-names";
import { ListPictureView } from "@/components/pictures/list-picture";
import { rankingTitle } from "@/components/ranking/ranking-view";
import { readSlug } from "@/lib/pair/pair";
import { pictureOfList } from "@/lib/pictures/views";
import { findRanking } from "@/lib/rankings/ranking-queries";
import { isKind } from "@/lib/rankings/resolve";
import type { RankingPage } from "@/lib/rankings/types";
import { slugAsWords } from "@/lib/verdict/words";
import { answerPicture, nameOf } from "../../answer";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ file: string }> };

/** `GET /og/best/{category}.png`: the first places of a ranking; of a kind, its heading. */
export async function GET(request: Request, { params }: Props) {
  const segment = nameOf((await params).file) ?? "";
  return answerPicture(request, async () => {
    const slug = readSlug(segment);
    const ranking = slug && (await findRanking(slug));
    if (!slug || !(ranking || isKind(slug))) return { kind: "missing" };
    if (slug !== segment) return { kind: "moved", to: `/best/${slug}` };
    const picture = ranking ? pictureOfRanking(ranking) : pictureOfKind(slug);
    return { shows: { picture }, draw: ListPictureView };
  });
}

function pictureOfRanking(ranking: RankingPage) {
  const { category, places } = ranking;
  const otherwise = rankingTitle({ ...ranking, category: { ...category, name: slugAsWords(category.slug) } });
  return pictureOfList({ heading: rankingTitle(ranking), otherwise, entries: places });
}

function pictureOfKind(kind: string) {
  const many = isKind(kind) ? KIND_NAMES[kind].many : "";
  return pictureOfList({
    heading: `The best ${many}`,
    otherwise: "",
    text: "Who leads each category, decided head to head.",
    entries: [],
  });
}
