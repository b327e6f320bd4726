import { sentencesOf, type Text } from "./prose";
import type { Remark } from "./types";

const FRAME_WORDS = 3;

/** A record's texts, with the record's name. */
export type Voice = { name: string; texts: Text[] };

/**
 * Runs of `size` words that two records share, inside a sentence each. A sentence written twice is named once, with
 * the longest run that it shares.
 */
export function listRepeats(voices: readonly Voice[], size: number): Remark[] {
  const first = new Map<string, string>();
  const remarks: Remark[] = [];
  for (const { name, texts } of voices) {
    const own: [string, string][] = [];
    for (const { path, text } of texts) {
      const place = `${name}.${path}`;
      for (const words of sentencesOf(text)) {
        for (const { run, place: earlier } of sharedRuns(words, size, first)) {
          remarks.push({ path: place, message: `shares "${run}" with ${earlier}` });
        }
        for (const run of runsOf(words, size)) own.push([run, place]);
      }
    }
    // A record may well repeat itself: its description and its points say one thing.
    for (const [run, place] of own) if (!first.has(run)) first.set(run, place);
  }
  return remarks;
}

/** Taglines and epithets are found by searching for them: each belongs to one record. */
export function listSameEpithets(epithets: readonly { path: string; text: string }[]): Remark[] {
  const first = new Map<string, string>();
  return epithets.flatMap(({ path, text }) => {
    const said = text.toLowerCase();
    const earlier = first.get(said);
    if (earlier === undefined) first.set(said, path);
    return earlier === undefined ? [] : [{ path, message: `is "${text}", as ${earlier} is` }];
  });
}

/** Leads that begin in one way, three words with the name left out, beyond `most` of them. */
export function listFrames(
  technologies: readonly { slug: string; name: string; lead: string }[],
  most: number,
): Remark[] {
  const frames = new Map<string, string[]>();
  for (const { slug, name, lead } of technologies) {
    const frame = lead.replaceAll(name, "…").split(/\s+/).slice(0, FRAME_WORDS).join(" ");
    frames.set(frame, [...(frames.get(frame) ?? []), slug]);
  }
  return [...frames].flatMap(([frame, slugs]) =>
    slugs.slice(most).map((slug) => ({
      path: `${slug}.lead`,
      message: `begins "${frame}", as ${slugs.length - 1} other leads do`,
    })),
  );
}

/** Runs that follow each other with one and the same place are one longer run. */
function sharedRuns(words: string[], size: number, first: ReadonlyMap<string, string>) {
  const found: { from: number; to: number; place: string }[] = [];
  for (const [from, run] of runsOf(words, size).entries()) {
    const place = first.get(run);
    const last = found.at(-1);
    if (place === undefined) continue;
    if (last && last.place === place && from < last.to) last.to = from + size;
    else found.push({ from, to: from + size, place });
  }
  return found.map(({ from, to, place }) => ({ run: words.slice(from, to).join(" "), place }));
}

function runsOf(words: string[], size: number): string[] {
  return Array.from({ length: Math.max(words.length - size + 1, 0) }, (_, from) =>
    words.slice(from, from + size).join(" "),
  );
}
