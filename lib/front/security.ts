import { createHash } from "node:crypto";
import { PAGE_SCRIPT } from "../page-script";
import { WAKE } from "./hold-scripts";

/** Headers as Node takes them: names and values in turn. */
export type RawHeaders = readonly string[];

const EVERYWHERE = [
  "X-Content-Type-Options",
  "nosniff",
  "X-Frame-Options",
  "DENY",
  "Referrer-Policy",
  "strict-origin-when-cross-origin",
  "Cross-Origin-Opener-Policy",
  "same-origin",
  "Permissions-Policy",
  "browsing-topics=(), camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
];

/** Two years, which is what browsers' own lists ask for. */
const TRANSPORT = ["Strict-Transport-Security", "max-age=63072000; includeSubDomains"];

const COMMON = [
  "default-src 'none'",
  "base-uri 'none'",
  "connect-src 'self'",
  "font-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "img-src 'self' data:",
  "manifest-src 'self'",
];

/** With every answer but "not modified"; `https`: whether readers know the site by an address that begins so. */
export function headersFor({ https }: { https: boolean }): RawHeaders {
  return https ? [...EVERYWHERE, ...TRANSPORT] : EVERYWHERE;
}

/**
 * What a reader's page may run: the two scripts of ours that stand in it, always with the same text, and files of ours.
 * Scripts of Next's are held back as data (hold-scripts.ts); a page where that failed runs none, and is whole all the same.
 */
export const READERS_POLICY = [
  ...COMMON,
  `script-src 'self' ${[PAGE_SCRIPT, WAKE].map(hashOf).join(" ")}`,
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
].join("; ");

/** A page of this server's own, for refusals and faults: it has a style, and nothing else. */
export const PLAIN_POLICY =
  "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; style-src 'unsafe-inline'";

/** What a page may run that Next sends with its scripts in it: each of them bears the nonce of that one answer. */
export function editorsPolicy(nonce: string): string {
  return [
    ...COMMON,
    `script-src 'self' 'nonce-${nonce}' ${hashOf(PAGE_SCRIPT)}`,
    "style-src 'self' 'unsafe-inline'",
  ].join("; ");
}

function hashOf(script: string): string {
  return `'sha256-${createHash("sha256").update(script).digest("base64")}'`;
}
