import type { IncomingMessage } from "node:http";

/**
 * The address a request came from: the socket's, or, behind `proxies` trusted ones, the entry of X-Forwarded-For that
 * the outermost of them wrote. Entries further left are the client's own words. Falls back to the socket when the
 * header is shorter than that.
 */
export function clientAddress(request: IncomingMessage, proxies: number): string {
  const socket = request.socket.remoteAddress ?? "";
  if (proxies === 0) return socket;
  const entries = String(request.headers["x-forwarded-for"] ?? "").split(",");
  return entries.at(-proxies)?.trim() || socket;
}
