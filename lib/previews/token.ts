import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { requireSiteSecret } from "../auth/secrets";

// What a preview link's address ends in: the link's id (16 bytes), its expiry (6 bytes, milliseconds since 1970) and
// an HMAC-SHA256 over both (32 bytes), in base64url. Only whoever has the site's secret makes one.

const ID_BYTES = 16;
const SAID_BYTES = ID_BYTES + 6;
const TOKEN = /^[A-Za-z0-9_-]{72}$/;

export type PreviewTicket = { id: string; expiresAt: Date };

export function makePreviewToken({ id, expiresAt }: PreviewTicket): string {
  const said = Buffer.alloc(SAID_BYTES);
  said.write(id.replaceAll("-", ""), "hex");
  said.writeUIntBE(expiresAt.getTime(), ID_BYTES, SAID_BYTES - ID_BYTES);
  return Buffer.concat([said, sign(said)]).toString("base64url");
}

/** What a token says; null when it was not made here, or is past its time. It may have been revoked all the same. */
export function readPreviewToken(token: string, now: Date): PreviewTicket | null {
  if (!TOKEN.test(token)) return null;
  const bytes = Buffer.from(token, "base64url");
  const said = bytes.subarray(0, SAID_BYTES);
  if (!timingSafeEqual(bytes.subarray(SAID_BYTES), sign(said))) return null;
  const expiresAt = new Date(said.readUIntBE(ID_BYTES, SAID_BYTES - ID_BYTES));
  if (expiresAt <= now) return null;
  const id = said.toString("hex", 0, ID_BYTES).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  return { id, expiresAt };
}

/** The key is for this one purpose (RFC 5869): nothing else signed with the site's secret passes for a token. */
function sign(said: Uint8Array): Buffer {
  const key = hkdfSync("sha256", requireSiteSecret(), "", "nicepick preview links", 32);
  return createHmac("sha256", Buffer.from(key)).update(said).digest();
}
