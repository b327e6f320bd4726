import { randomBytes } from "node:crypto";
import { chown, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { writeFileAtomic } from "./atomic-file";
import { EmbeddedPostgresError, hasCode } from "./errors";

/**
 * DATA_DIR/postgres.json. port: the one of the last start. home: the folder of the cluster and its log, when it
 * is not DATA_DIR itself.
 */
export type Settings = { password: string; port?: number; home?: string };

export function newSettings(): Settings {
  return { password: randomBytes(32).toString("base64url") };
}

export async function findSettings(dataDir: string): Promise<Settings | null> {
  const path = settingsPath(dataDir);
  try {
    return parse(JSON.parse(await readFile(path, "utf8")));
  } catch (error) {
    if (hasCode(error, "ENOENT")) return null;
    if (!(error instanceof SyntaxError)) throw error;
    throw new EmbeddedPostgresError(
      `${path} is damaged, and it holds the password of the database.\nRestore that file from a backup.`,
    );
  }
}

export async function saveSettings(dataDir: string, settings: Settings): Promise<void> {
  const path = settingsPath(dataDir);
  await writeFileAtomic(path, `${JSON.stringify(settings, null, 2)}\n`, 0o600);
  if (process.getuid?.() === 0) {
    // A command run once as root must not lock the folder's owner out.
    const { uid, gid } = await stat(dataDir);
    await chown(path, uid, gid);
  }
}

function settingsPath(dataDir: string): string {
  return join(dataDir, "postgres.json");
}

function parse(value: unknown): Settings {
  if (typeof value !== "object" || value === null) throw new SyntaxError("not an object");
  const { password, port, home } = value as Partial<Record<keyof Settings, unknown>>;
  if (typeof password !== "string") throw new SyntaxError("no password");
  return {
    password,
    ...(typeof port === "number" && { port }),
    ...(typeof home === "string" && { home }),
  };
}
