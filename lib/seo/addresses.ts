import { requireEnv } from "../env";

/** The address of a page's picture, from the page's own: a path without a query. */
export function picturePath(path: string): string {
  return `/og${path}.png`;
}

/** The picture of every page that has none of its own. */
export const SITE_PICTURE_PATH = "/og/site.png";

/** Where others find a path of this site. */
export function absolute(path: string): string {
  return new URL(path, requireEnv().SITE_URL).href;
}
