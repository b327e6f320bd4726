import "server-only";
import { ImageResponse } from "next/og";
import type { ReactElement } from "react";
import { inTurn } from "../turns";
import { PICTURE } from "./size";
import { requireTypeface } from "./typeface";

/** Drawing one keeps a core busy for a tenth of a second; pages go first. */
const QUEUE = { name: "pictures", atOnce: 1, mostWaiting: 24 };

/**
 * Draws a picture: a PNG. Every text in it must be drawable (lib/pictures/words): then nothing is fetched. Throws
 * TooBusy when too many wait.
 */
export async function renderPicture(
  element: ReactElement,
  size: { width: number; height: number } = PICTURE,
): Promise<Buffer> {
  return inTurn(QUEUE, async () => {
    const response = new ImageResponse(element, { ...size, fonts: requireTypeface().faces });
    return Buffer.from(await response.arrayBuffer());
  });
}
