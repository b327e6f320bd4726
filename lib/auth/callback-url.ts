const START = "/admin";
const LONGEST = 2_048;

/** Where to go after signing in: a path of our own as asked for, and the start of the admin instead of anything else. */
export function safeCallback(asked: unknown, origin = "http://here.invalid"): string {
  if (typeof asked !== "string" || asked.length > LONGEST || !URL.canParse(asked, origin)) return START;
  // "//host" and "/\host" are addresses of other hosts, and a browser drops tabs and line ends out of them first.
  const relative = /^\/(?![/\\])[^\p{Cc}\\]*$/u.test(asked);
  const url = new URL(asked, origin);
  if (url.origin !== origin || !(relative || asked.startsWith(`${origin}/`))) return START;
  if (url.pathname.startsWith("//")) return START;
  return url.pathname + url.search + url.hash;
}
