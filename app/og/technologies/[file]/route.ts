import { TechnologyPictureView } from "@/components/pictures/technology-picture";
import { resolveTechnology } from "@/lib/comparisons/resolve";
import { pictureOfTechnology } from "@/lib/pictures/views";
import { findTechnologyPage } from "@/lib/technologies/queries";
import { answerPicture, nameOf } from "../../answer";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ file: string }> };

/** `GET /og/technologies/{slug}.png`: the picture of a technology. */
export async function GET(request: Request, { params }: Props) {
  const segment = nameOf((await params).file) ?? "";
  return answerPicture(request, async () => {
    const address = await resolveTechnology(segment);
    const page = address.kind === "here" && (await findTechnologyPage(segment));
    if (page) return { shows: { picture: pictureOfTechnology(page) }, draw: TechnologyPictureView };
    return address.kind === "moved" ? address : { kind: "missing" };
  });
}
