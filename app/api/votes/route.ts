import { respond } from "@/lib/actions/respond";
import { done, refuse } from "@/lib/actions/result";
import { parsePair } from "@/lib/pair/pair";
import { NO_PICK } from "@/lib/votes/choices";
import { findTally } from "@/lib/votes/queries";

export { postVote as POST } from "@/lib/feedback/public-posts";

export const dynamic = "force-dynamic";

/** How readers stand to the verdict of a pair, at most a minute old: `?pair=a-vs-b&pick=a`, or `pick=none`. */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const pair = parsePair(searchParams.get("pair") ?? "");
  const response = await respond(async () => {
    const tally = pair && (await findTally({ ...pair, pick: searchParams.get("pick") ?? NO_PICK }));
    return tally ? done(tally) : refuse("not-found", "There is no such comparison on this site.");
  });
  if (response.ok) response.headers.set("Cache-Control", "public, max-age=0, s-maxage=60");
  return response;
}
