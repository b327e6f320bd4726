import { createHash } from "node:crypto";
import type { ReactElement } from "react";
import type { Address } from "@/lib/comparisons/resolve";
import { isDatabaseUnavailable, TooBusy } from "@/lib/errors";
import { Memo } from "@/lib/memo";
import { renderPicture } from "@/lib/pictures/render";
import { picturePath } from "@/lib/seo/addresses";

/** What a picture shows, as plain data of a shape that only its kind has, and how that is drawn. */
export type Drawing<T> = { shows: T; draw: (shows: T) => ReactElement };

type Drawn = { png: Buffer; etag: string };

/** Some 60 KB each. Two pages with the same words share one; one whose words have changed is drawn anew. */
const drawn = new Memo<Drawn>({ forMs: 3_600_000, most: 32 });

/** Whoever shares a page again within the hour may show the picture from before a change. */
const CACHE = "public, max-age=3600, stale-while-revalidate=86400";

/** The slug or pair that a picture's file name stands for, as it was asked for; null for another kind of file. */
export function nameOf(file: string): string | null {
  return file.endsWith(".png") ? file.slice(0, -".png".length) : null;
}

/** Answers for a picture: as for its page, an old address moves and an unknown one is a 404. */
export async function answerPicture<T>(
  request: Request,
  find: () => Promise<Drawing<T> | Address>,
): Promise<Response> {
  try {
    const found = await find();
    if ("draw" in found) return await answerDrawn(request, found);
    if (found.kind === "moved") return answerMoved(picturePath(found.to));
    return answerWords(404, "There is no such picture.");
  } catch (error) {
    if (!(error instanceof TooBusy) && !isDatabaseUnavailable(error)) throw error;
    return answerWords(503, "There is no picture right now.", { "Retry-After": "5" });
  }
}

async function answerDrawn<T>(request: Request, { shows, draw }: Drawing<T>): Promise<Response> {
  const { png, etag } = await drawn.get(hashOf(JSON.stringify(shows)), async () => {
    const drawing = await renderPicture(draw(shows));
    return {
      png: drawing,
      etag: `"${hashOf(drawing)}"`,
    };
  });
  const headers = { "Cache-Control": CACHE, ETag: etag };
  const known = request.headers
    .get("if-none-match")
    ?.split(",")
    .map((tag) => tag.trim().replace(/^W\//, ""));
  if (known?.includes(etag)) return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(png), { headers: { ...headers, "Content-Type": "image/png" } });
}

function answerMoved(to: string): Response {
  return new Response(null, { status: 308, headers: { Location: to } });
}

function answerWords(status: number, words: string, headers = {}): Response {
  return new Response(words, {
    status,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store", ...headers },
  });
}

function hashOf(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("base64url").slice(0, 22);
}
