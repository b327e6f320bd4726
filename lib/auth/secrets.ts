import { createHash, createHmac, randomBytes } from "node:crypto";
import { requireEnv } from "../env";

/** A random text that nobody guesses: 32 bytes as 43 characters that are safe in a URL. */
export function makeSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** What is kept of a secret that we give out: enough to know it again, useless to whoever reads the database. */
export function hashSecret(secret: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(secret).digest());
}

/** A name for personal data, the same each time, from which nobody without the site's secret gets it back. */
export function pseudonymOf(...parts: string[]): string {
  return createHmac("sha256", requireSiteSecret()).update(JSON.stringify(parts)).digest("base64url");
}

/** The secret that cookies are made with. `npm start` and `npm run dev` see to it that there is one. */
export function requireSiteSecret(): string {
  const { NEXTAUTH_SECRET } = requireEnv();
  if (!NEXTAUTH_SECRET)
    throw new Error(
      "NEXTAUTH_SECRET is not set. `npm start` and `npm run dev` set it; plain Next needs it given.",
    );
  return NEXTAUTH_SECRET;
}
