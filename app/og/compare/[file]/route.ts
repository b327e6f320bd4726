import { ComparisonPictureView } from "@/components/pictures/comparison-picture";
import { findComparisonPage } from "@/lib/comparisons/queries";
import { resolveComparison } from "@/lib/comparisons/resolve";
import { parsePair } from "@/lib/pair/pair";
import { pictureOfComparison } from "@/lib/pictures/views";
import { answerPicture, nameOf } from "../../answer";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ file: string }> };

/** `GET /og/compare/{pair}.png`: the picture of a comparison. */
export async function GET(request: Request, { params }: Props) {
  const segment = nameOf((await params).file) ?? "";
  return answerPicture(request, async () => {
    const address = await resolveComparison(segment);
    const pair = address.kind === "here" && parsePair(segment);
    const page = pair && (await findComparisonPage(pair));
    if (page) return { shows: { picture: pictureOfComparison(page) }, draw: ComparisonPictureView };
    return address.kind === "moved" ? address : { kind: "missing" };
  });
}
