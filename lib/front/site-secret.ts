import { randomBytes } from "node:crypto";
import { chown, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { writeFileAtomic } from "../embedded/atomic-file";
import { hasCode, withPlainErrors } from "../embedded/errors";

/** In the data directory. */
export const SECRET_FILE = "nextauth-secret";

/**
 * The secret that sessions' cookies are made with, kept in the data directory: made at the first start, the same at
 * every later one. Only a holder of the server's lock may ask.
 */
export function keepSiteSecret(dataDir: string): Promise<string> {
  const path = join(dataDir, SECRET_FILE);
  return withPlainErrors(dataDir, async () => {
    const kept = await readFile(path, "utf8").catch((error: unknown) => {
      if (hasCode(error, "ENOENT")) return "";
      throw error;
    });
    // A shorter one was cut off or written by hand: nobody is to guess it, so it is made anew.
    if (kept.trim().length >= 32) return kept.trim();
    const secret = randomBytes(32).toString("base64url");
    await writeFileAtomic(path, `${secret}\n`, 0o600);
    if (process.getuid?.() === 0) {
      // A start as root, once, must not lock the folder's owner out.
      const { uid, gid } = await stat(dataDir);
      await chown(path, uid, gid);
    }
    return secret;
  });
}
