import type { Metadata } from "next";
import { requireEnv } from "../env";
import { FEED_PATH, FEED_TITLE } from "../machine/feed-address";
import { PICTURE } from "../pictures/size";
import { SITE_PICTURE_PATH } from "./addresses";
import { SITE_DESCRIPTION, SITE_NAME, SITE_TITLE } from "./site";

export type Page = {
  /** Without the site's name, which stands behind it. */
  title: string;
  /** Whole sentences, some 160 characters at most (see summary.ts). */
  description: string;
  /** The canonical one, with the query that belongs to it, where one does. */
  path: string;
  /** The page's own picture; the site's, where it has none. */
  picture?: { path: string; alt: string };
  /** "follow" is read and followed, and not listed; "no" is to be left alone. Listed, where it is not given. */
  robots?: "follow" | "no";
  /** ISO dates of a page that somebody wrote. */
  article?: { publishedAt: string; modifiedAt: string; section: string };
  /** Addresses of the same page in other forms, by media type. */
  forms?: Record<string, string>;
};

const SITE_PICTURE = { path: SITE_PICTURE_PATH, alt: "Nice Pick. X or Y? We pick one." };

/** What a page says of itself in its head. The one place that knows which elements that takes. */
export function pageMetadata(page: Page): Metadata {
  const { title, description, path, article } = page;
  const shared = {
    title,
    description,
    url: path,
    siteName: SITE_NAME,
    locale: "en",
    images: [imageOf(page.picture ?? SITE_PICTURE)],
  };
  return {
    title: path === "/" ? { absolute: title } : title,
    description,
    alternates: { canonical: path, types: { ...FEED, ...page.forms } },
    openGraph: article
      ? {
          ...shared,
          type: "article",
          publishedTime: article.publishedAt,
          modifiedTime: article.modifiedAt,
          section: article.section,
        }
      : { ...shared, type: "website" },
    twitter: { card: "summary_large_image" },
    ...(page.robots && { robots: { index: false, follow: page.robots === "follow" } }),
  };
}

/** What every page has, and what those have that say nothing of themselves: the admin's, and faults. */
export function siteMetadata(): Metadata {
  return {
    metadataBase: new URL(requireEnv().SITE_URL),
    applicationName: SITE_NAME,
    title: { default: SITE_TITLE, template: `%s · ${SITE_NAME}` },
    description: SITE_DESCRIPTION,
    // Numbers on pages are figures, not telephones.
    formatDetection: { telephone: false },
  };
}

/** A page shown in place of another, which is not to be found under any address. */
export function stopgapMetadata(title: string): Metadata {
  return { title, robots: { index: false, follow: true } };
}

const FEED = { "application/atom+xml": [{ url: FEED_PATH, title: FEED_TITLE }] };

function imageOf({ path, alt }: { path: string; alt: string }) {
  return { url: path, ...PICTURE, alt, type: "image/png" };
}
