import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { hasCode } from "../../lib/embedded/errors";
import {
  BackupError,
  END_OF_ROWS,
  findCopiedTable,
  type Header,
  isForPsql,
  parseHeader,
  parseTrailer,
  type Trailer,
} from "./format";

/**
 * A backup from its first line to its last. `sql`: statements, to be run as one text. `copy`: from here to `end` the
 * `rows` are this statement's, in pieces of whole lines. The trailer comes when all of it was found to be true.
 */
export type BackupPart =
  | { kind: "header"; header: Header }
  | { kind: "sql"; text: string }
  | { kind: "copy"; table: string; statement: string }
  | { kind: "rows"; bytes: Buffer }
  | { kind: "end" }
  | { kind: "trailer"; trailer: Trailer };

const CHUNK_BYTES = 256 * 1024;

/** Far above any row or script of ours: what has none of our lines is not read into memory. */
const LONGEST_BYTES = 256 * 1024 * 1024;

const NO_BACKUP = "is not a backup of Nice Pick";

/** What is wrong with a file; the message is the end of a sentence. */
class Unfit extends Error {}

/**
 * Reads a backup piece by piece. Throws BackupError for a file that is none, is not whole, was changed after it was
 * written, or is of a format that came later: at the latest where the trailer would come.
 */
export async function* readBackup(path: string): AsyncGenerator<BackupPart, void> {
  try {
    // Anything else might have no end, or be another thing when it is read again.
    if (!(await stat(path)).isFile()) throw new Unfit("is not a file");
    yield* parse(wholeLines(path));
  } catch (error) {
    throw explain(path, error);
  }
}

/** Reads a backup from beginning to end and returns what it says of itself. Throws as `readBackup` does. */
export async function checkBackup(path: string): Promise<Header & Trailer> {
  let header: Header | undefined;
  let trailer: Trailer | undefined;
  for await (const part of readBackup(path)) {
    if (part.kind === "header") header = part.header;
    if (part.kind === "trailer") trailer = part.trailer;
  }
  if (!header || !trailer) throw new Error("a backup was read without its first or last line");
  return { ...header, ...trailer };
}

/** How far the reading is. `table`: whose rows come next, where it is rows. `sql`: what came since the last ones. */
type Reading = {
  stage: "header" | "sql" | "rows" | "over";
  table: string;
  sql: string;
  rows: Map<string, number>;
  hash: Hash;
};

type Step = { parts: BackupPart[]; rest: Buffer };

async function* parse(blocks: AsyncIterable<Buffer>): AsyncGenerator<BackupPart, void> {
  const reading: Reading = {
    ...{ stage: "header", table: "", sql: "" },
    ...{ rows: new Map(), hash: createHash("sha256") },
  };
  for await (let block of blocks) {
    while (block.length > 0) {
      const { parts, rest } = reading.stage === "rows" ? takeRows(reading, block) : takeLine(reading, block);
      yield* parts;
      block = rest;
    }
  }
  if (reading.stage !== "over") throw new Unfit("is cut off");
}

function takeRows(reading: Reading, block: Buffer): Step {
  const { hash, rows, table } = reading;
  const end = findEndOfRows(block);
  const bytes = end === -1 ? block : block.subarray(0, end);
  rows.set(table, (rows.get(table) ?? 0) + countLines(bytes));
  const parts: BackupPart[] = bytes.length > 0 ? [{ kind: "rows", bytes }] : [];
  if (end === -1) {
    hash.update(block);
    return { parts, rest: block.subarray(block.length) };
  }
  const rest = block.subarray(end + END_OF_ROWS.length);
  hash.update(block.subarray(0, end + END_OF_ROWS.length));
  reading.stage = "sql";
  return { parts: [...parts, { kind: "end" }], rest };
}

function takeLine(reading: Reading, block: Buffer): Step {
  const length = block.indexOf("\n") + 1;
  const bytes = block.subarray(0, length);
  const line = bytes.toString("utf8");
  const trailer = reading.stage === "sql" ? parseTrailer(line) : null;
  if (trailer) requireSame(trailer, reading);
  reading.hash.update(bytes);
  return {
    parts: trailer ? finish(reading, trailer) : readLine(reading, line),
    rest: block.subarray(length),
  };
}

function readLine(reading: Reading, line: string): BackupPart[] {
  if (reading.stage === "over") throw new Unfit("goes on after its end");
  if (reading.stage === "header") {
    const header = parseHeader(line);
    if (header === null) throw new Unfit(NO_BACKUP);
    if (header === "newer") throw new Unfit("was made by a newer version of Nice Pick: update this one");
    reading.stage = "sql";
    return [{ kind: "header", header }];
  }
  const table = findCopiedTable(line);
  if (table === null) {
    if (!isForPsql(line)) reading.sql += line;
    if (reading.sql.length > LONGEST_BYTES) throw new Unfit(NO_BACKUP);
    return [];
  }
  const before: BackupPart = { kind: "sql", text: reading.sql };
  Object.assign(reading, { stage: "rows", sql: "", table });
  reading.rows.set(table, 0);
  return [before, { kind: "copy", table, statement: line.trimEnd() }];
}

function finish(reading: Reading, trailer: Trailer): BackupPart[] {
  reading.stage = "over";
  return [
    { kind: "sql", text: reading.sql },
    { kind: "trailer", trailer },
  ];
}

function requireSame(trailer: Trailer, { rows, hash }: Reading): void {
  if (hash.copy().digest("hex") !== trailer.sha256) throw new Unfit("was changed after it was written");
  const stated = Object.entries(trailer.rows);
  if (stated.length !== rows.size || stated.some(([table, count]) => rows.get(table) !== count)) {
    throw new Unfit("has other rows than it says");
  }
}

/** Where the line that ends the rows begins, in whole lines; -1 where it is not among them. */
function findEndOfRows(block: Buffer): number {
  if (block.toString("latin1", 0, END_OF_ROWS.length) === END_OF_ROWS) return 0;
  const before = block.indexOf(`\n${END_OF_ROWS}`);
  return before === -1 ? -1 : before + 1;
}

function countLines(block: Buffer): number {
  let count = 0;
  for (let at = block.indexOf("\n"); at !== -1; at = block.indexOf("\n", at + 1)) count += 1;
  return count;
}

/** The text that the file holds compressed, in pieces that end where a line does. */
async function* wholeLines(path: string): AsyncGenerator<Buffer, void> {
  let begun: Buffer[] = [];
  let length = 0;
  const text = createGunzip({ chunkSize: CHUNK_BYTES });
  // Its errors come out of the text as well.
  pipeline(createReadStream(path, { highWaterMark: CHUNK_BYTES }), text, () => {});
  for await (const chunk of text as AsyncIterable<Buffer>) {
    const end = chunk.lastIndexOf("\n") + 1;
    if (end > 0) {
      yield Buffer.concat([...begun, chunk.subarray(0, end)]);
      [begun, length] = [[], 0];
    }
    if (end < chunk.length) begun.push(chunk.subarray(end));
    length += chunk.length - end;
    if (length > LONGEST_BYTES) throw new Unfit(NO_BACKUP);
  }
  if (length > 0) throw new Unfit("is cut off");
}

function explain(path: string, error: unknown): unknown {
  if (error instanceof Unfit) return new BackupError(`${path} ${error.message}.`);
  if (hasCode(error, "Z_BUF_ERROR")) return new BackupError(`${path} is cut off.`);
  if (hasCode(error, "Z_DATA_ERROR")) {
    const reason = /header/.test(error.message) ? NO_BACKUP : "is damaged";
    return new BackupError(`${path} ${reason}.`);
  }
  if (hasCode(error, "ENOENT", "EACCES", "EPERM", "EISDIR", "EIO", "ENOTDIR", "ELOOP", "ENAMETOOLONG")) {
    return new BackupError(`Cannot read ${path}: ${error.message}`);
  }
  return error;
}
