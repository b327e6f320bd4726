/** Paths that are nobody's to index: an editor's desk, commands, and what one reader alone is told. */
const CLOSED = ["/admin", "/api/", "/preview/", "/feedback/status/", "/feedback/vote"];

/** robots.txt by RFC 9309. Pages, their styles, scripts and pictures are open to everybody. */
export function robotsText(site: string): string {
  return [
    "User-agent: *",
    ...CLOSED.map((path) => `Disallow: ${path}`),
    "Allow: /",
    "",
    `Sitemap: ${site}/sitemap.xml`,
    "",
  ].join("\n");
}
