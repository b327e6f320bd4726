import { ListPictureView } from "@/components/pictures/list-picture";
import { SITE_PICTURE } from "@/lib/pictures/views";
import { answerPicture } from "../answer";

export const dynamic = "force-dynamic";

/** `GET /og/site.png`: the picture of the site, and of every page that has none of its own. */
export function GET(request: Request) {
  return answerPicture(request, async () => ({ shows: { picture: SITE_PICTURE }, draw: ListPictureView }));
}
