/** An expected failure of the embedded database: its message is meant for the terminal, without a stack. */
export class EmbeddedPostgresError extends Error {
  override readonly name = "EmbeddedPostgresError";
}

export function hasCode(error: unknown, ...codes: string[]): error is NodeJS.ErrnoException {
  return error instanceof Error && "code" in error && codes.includes(String(error.code));
}

export function diskFull(folder: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    `The disk that holds ${folder} is full.\nFree some space, or set DATA_DIR to a folder on another disk.`,
  );
}

/** Runs the work and rethrows the file system failures a user can mend as plain messages. */
export async function withPlainErrors<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (hasCode(error, "ENOSPC", "EDQUOT")) throw diskFull(folder);
    if (hasCode(error, "EACCES", "EPERM", "EROFS")) {
      throw new EmbeddedPostgresError(
        `Cannot use ${error.path ?? folder}: ${error.code === "EROFS" ? "the disk is read-only" : "permission denied"}.\n` +
          "Make it writable for this user, or set DATA_DIR to another folder.",
      );
    }
    if (hasCode(error, "ENOTDIR", "EEXIST")) {
      throw new EmbeddedPostgresError(`${folder} is not a folder. Set DATA_DIR to another one.`);
    }
    throw error;
  }
}
