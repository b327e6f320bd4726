import { readFile, stat } from "node:fs/promises";
import { type Account, runCommand } from "./command";
import { EmbeddedPostgresError, hasCode } from "./errors";

const USER = "postgres";

/**
 * Whom PostgreSQL runs as: this process's own user (undefined), except that it refuses root. Then it is the owner
 * of the data, so that root can use what an ordinary user began, or the system's user `postgres`.
 */
export async function requireAccount(data: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await findOwner(data);
  if (owner && owner.uid !== 0) return owner;
  return (await findSystemUser()) ?? (await createSystemUser());
}

/** Whether the account can enter the folder, which the permissions of every folder above it decide too. */
export async function canEnter(account: Account, folder: string): Promise<boolean> {
  const { code } = await runCommand("/bin/sh", ["-c", 'cd -- "$1"', "sh", folder], account);
  return code === 0;
}

async function findOwner(data: string): Promise<Account | null> {
  try {
    const { uid, gid } = await stat(data);
    return { uid, gid, name: `with id ${uid}` };
  } catch (error) {
    if (hasCode(error, "ENOENT")) return null;
    throw error;
  }
}

async function findSystemUser(): Promise<Account | null> {
  const users = await readFile("/etc/passwd", "utf8");
  const fields = users.split("\n").map((line) => line.split(":"));
  const user = fields.find(([name]) => name === USER);
  return user ? { uid: Number(user[2]), gid: Number(user[3]), name: USER } : null;
}

async function createSystemUser(): Promise<Account> {
  // The group may exist without the user: groupadd then fails, and useradd tells whether that matters.
  await runCommand("groupadd", ["-r", USER]);
  const { output } = await runCommand("useradd", ["-r", "-g", USER, "-M", USER]);
  const user = await findSystemUser();
  if (user) return user;
  throw new EmbeddedPostgresError(
    `PostgreSQL does not run as root, and the user "${USER}" could not be created: ${output}\n` +
      "Create that user, run this command as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.",
  );
}
