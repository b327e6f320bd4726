/** Below these, the rest of a path is a secret. */
const PRIVATE = ["/preview/", "/feedback/status/"];

/** What may be written down of an address: a query, or a private page's path, may hold a secret. */
export function pathOf(url: string): string {
  const path = url.split("?", 1)[0] ?? "";
  const secret = PRIVATE.find((prefix) => path.startsWith(prefix));
  return secret === undefined ? path : `${secret}…`;
}
