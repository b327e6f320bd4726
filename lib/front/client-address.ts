/**
 * The address a request came from: the connection's, or, behind `proxies` trusted ones, the entry of X-Forwarded-For
 * (`forwarded`) that the outermost of them wrote. Entries further left are the client's own words. Falls back to the
 * connection when the header is shorter than that.
 */
export function clientAddress(
  { remoteAddress = "" }: { remoteAddress?: string | undefined },
  forwarded: string | string[] | undefined,
  proxies: number,
): string {
  if (proxies === 0) return remoteAddress;
  const entries = String(forwarded ?? "").split(",");
  return entries.at(-proxies)?.trim() || remoteAddress;
}
