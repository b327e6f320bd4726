import { inflateSync } from "node:zlib";

// What is needed of a WOFF 1.0 file (W3C Recommendation, 2012): which characters it has, and how wide they are.

export type Glyphs = {
  /** Advance widths by code point, in ems. */
  widths: ReadonlyMap<number, number>;
};

/** Reads a font file. Throws on anything that is not WOFF 1.0 with a Unicode table of the Basic Plane. */
export function readWoff(file: Buffer): Glyphs {
  if (file.toString("latin1", 0, 4) !== "wOFF") throw new Error("not a WOFF file");
  const unitsPerEm = table(file, "head").readUInt16BE(18);
  const longMetrics = table(file, "hhea").readUInt16BE(34);
  const metrics = table(file, "hmtx");
  const widths = new Map<number, number>();
  for (const [character, glyph] of characters(table(file, "cmap"))) {
    // Past the long metrics, glyphs are as wide as the last one.
    widths.set(character, metrics.readUInt16BE(4 * Math.min(glyph, longMetrics - 1)) / unitsPerEm);
  }
  return { widths };
}

function table(file: Buffer, tag: string): Buffer {
  const count = file.readUInt16BE(12);
  for (let index = 0; index < count; index += 1) {
    const entry = 44 + 20 * index;
    if (file.toString("latin1", entry, entry + 4) !== tag) continue;
    const [offset, packed, length] = [4, 8, 12].map((at) => file.readUInt32BE(entry + at)) as [
      number,
      number,
      number,
    ];
    const bytes = file.subarray(offset, offset + packed);
    return packed < length ? inflateSync(bytes) : bytes;
  }
  throw new Error(`no ${tag} table`);
}

/** Code points and glyphs of the format 4 subtable for Windows, which fonts for the web have. */
function* characters(cmap: Buffer): Generator<[number, number]> {
  const count = cmap.readUInt16BE(2);
  for (let index = 0; index < count; index += 1) {
    const record = 4 + 8 * index;
    const offset = cmap.readUInt32BE(record + 4);
    const isUnicode = cmap.readUInt16BE(record) === 3 && cmap.readUInt16BE(record + 2) === 1;
    if (isUnicode && cmap.readUInt16BE(offset) === 4) return yield* segments(cmap.subarray(offset));
  }
  throw new Error("no Unicode characters");
}

function* segments(subtable: Buffer): Generator<[number, number]> {
  const doubled = subtable.readUInt16BE(6);
  const [ends, starts, deltas, ranges] = [14, 16 + doubled, 16 + 2 * doubled, 16 + 3 * doubled] as const;
  for (let at = 0; at < doubled; at += 2) {
    const [start, end] = [subtable.readUInt16BE(starts + at), subtable.readUInt16BE(ends + at)];
    const [delta, range] = [subtable.readUInt16BE(deltas + at), subtable.readUInt16BE(ranges + at)];
    for (let character = start; character <= end && character !== 0xffff; character += 1) {
      const listed = range && subtable.readUInt16BE(ranges + at + range + 2 * (character - start));
      const glyph = range && listed === 0 ? 0 : ((range ? listed : character) + delta) % 0x10000;
      if (glyph !== 0) yield [character, glyph];
    }
  }
}
