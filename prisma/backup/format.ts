import { z } from "zod";

// A backup is an SQL script that psql can run, in the manner of pg_dump's plain format, compressed with gzip. Its first
// line says what it is, its last one what must have come before it. All lines end with LF; the text is UTF-8.

/** Goes up when an older program could not restore what a newer one writes. */
export const VERSION = 1;

/** An expected failure of a backup or a restore: its message is meant for the terminal, without a stack. */
export class BackupError extends Error {}

/** `madeAt`: of the snapshot, ISO 8601. `server`: the version of the PostgreSQL that it comes from. */
const headerSchema = z.object({
  madeAt: z.iso.datetime(),
  server: z.string(),
  migrations: z.array(z.string()),
});
export type Header = z.infer<typeof headerSchema>;

/** `rows`: how many each table has. `sha256`: of every byte before this line, as hexadecimal digits. */
const trailerSchema = z.object({ rows: z.record(z.string(), z.number()), sha256: z.string() });
export type Trailer = z.infer<typeof trailerSchema>;

const BEGIN = "-- nicepick-backup ";
const END = "-- nicepick-backup-end ";

/** What ends the rows of a table. No row is like it: a backslash of the data is written as two. */
export const END_OF_ROWS = "\\.\n";

/**
 * What makes psql stop at the first error and undo everything. With an error it would otherwise go on to the rows and
 * take for statements what readers have written. A restore of ours has a transaction of its own.
 */
export const STOP_AT_ERRORS = "\\set ON_ERROR_STOP on\n";
export const BEGIN_TRANSACTION = "BEGIN;\n";
export const COMMIT_TRANSACTION = "COMMIT;\n";
const FOR_PSQL = new Set([STOP_AT_ERRORS, BEGIN_TRANSACTION, COMMIT_TRANSACTION]);

export const isForPsql = (line: string) => FOR_PSQL.has(line);

export function headerLine(header: Header): string {
  return `${BEGIN}${VERSION} ${JSON.stringify(header)}\n`;
}

export function trailerLine(trailer: Trailer): string {
  return `${END}${JSON.stringify(trailer)}\n`;
}

export function copyLine(table: string, columns: string[]): string {
  return `COPY ${inPublic(table)} (${columns.map(quoted).join(", ")}) FROM stdin;\n`;
}

/** The name of the table, in a line that `copyLine` made. */
export function findCopiedTable(line: string): string | null {
  const name = /^COPY public\."((?:[^"]|"")+)" \(.*\) FROM stdin;\n$/.exec(line)?.[1];
  return name?.replaceAll('""', '"') ?? null;
}

/** Null where the line is no backup's first one; "newer" for a format that came after this program. */
export function parseHeader(line: string): Header | "newer" | null {
  const [, version, json] = /^-- nicepick-backup (\d+) (\{.*\})\n$/.exec(line) ?? [];
  if (version === undefined || json === undefined) return null;
  return Number(version) > VERSION ? "newer" : parse(headerSchema, json);
}

/** Null where the line is no backup's last one. */
export function parseTrailer(line: string): Trailer | null {
  return line.startsWith(END) ? parse(trailerSchema, line.slice(END.length)) : null;
}

function parse<T>(schema: z.ZodType<T>, json: string): T | null {
  try {
    return schema.parse(JSON.parse(json));
  } catch {
    return null;
  }
}

export function inPublic(name: string): string {
  return `public.${quoted(name)}`;
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
