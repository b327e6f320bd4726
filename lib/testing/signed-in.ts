import { createHash, randomBytes, randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import { Client } from "pg";
import type { Role } from "../auth/permissions";
import { databaseUrl } from "../embedded/connection";
import { findSettings } from "../embedded/settings";

// Accounts and sessions made by hand in the database of a running server: what signing in leaves behind.

/** The address of the database in a data directory whose server runs. */
export async function embeddedUrl(dataDir: string): Promise<string> {
  const settings = await findSettings(dataDir);
  if (!settings?.port) throw new Error(`${dataDir} has no database that runs`);
  return databaseUrl(settings.port, settings.password);
}

/** Rows of one statement. */
export async function query<R extends object>(
  url: string,
  sql: string,
  values: unknown[] = [],
): Promise<R[]> {
  const client = new Client({ connectionString: url });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return (await client.query<R>(sql, values)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

export async function addUser(
  url: string,
  user: { name: string; role: Role; email?: string; disabled?: boolean },
): Promise<string> {
  const id = randomUUID();
  const email = user.email ?? `${user.name.toLowerCase().replace(/\W+/g, ".")}@nicepick.example`;
  await query(
    url,
    `INSERT INTO "User" (id, email, name, role, "disabledAt", "updatedAt") VALUES ($1, $2, $3, $4::"Role", $5, now())`,
    [id, email, user.name, user.role, user.disabled ? new Date() : null],
  );
  return id;
}

/** A session of the user's; returns its cookie as "name=value". `secret` is the server's NEXTAUTH_SECRET. */
export async function addSession(url: string, userId: string, secret: string): Promise<string> {
  const session = randomBytes(32).toString("base64url");
  const hash = createHash("sha256").update(session).digest();
  await query(
    url,
    `INSERT INTO "Session" (id, "userId", "secretHash", device, "expiresAt") VALUES ($1, $2, $3, 'test', now() + interval '12 hours')`,
    [randomUUID(), userId, hash],
  );
  const value = await encode({ token: { session }, secret, maxAge: 12 * 60 * 60 });
  return `next-auth.session-token=${value}`;
}
