import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyPair, curatedPair, plausiblePair } from "../testing/arbitraries";
import { textsOf } from "../testing/records";
import { compose } from "./compose";
import { firstSentence } from "./first-sentence";
import type { TechnologyRecord, VerdictInput } from "./types";

const settings = { seed: 20_261_031, numRuns: 10_000 };

const everyInput = fc.oneof({ weight: 3, arbitrary: curatedPair }, { weight: 1, arbitrary: anyPair });

const check = (inputs: fc.Arbitrary<VerdictInput>, property: (input: VerdictInput) => void) =>
  fc.assert(fc.property(inputs, property), settings);

describe("over 10,000 generated pairs", { timeout: 120_000 }, () => {
  test("the same input gives the same page, and is left as it was", () => {
    check(everyInput, (input) => {
      const before = JSON.stringify(input);
      const page = JSON.stringify(compose(input));
      expect(JSON.stringify(compose(input))).toBe(page);
      expect(JSON.stringify(input)).toBe(before);
    });
  });

  test("swapping the sides changes neither the outcome nor the pick nor what is said for it", () => {
    check(everyInput, (input) => {
      const { left, right, curated } = input;
      const [there, back] = [compose(input), compose({ ...input, left: right, right: left })];
      expect(back.outcome).toBe(there.outcome);
      expect(nameOfPick(back, right, left)).toBe(nameOfPick(there, left, right));
      expect(back.bottomLine).toEqual(there.bottomLine);
      if (!curated || there.pick) expect(back.pickBlock).toEqual(there.pickBlock);
      if (there.pick) expect(back.lines.map(said)).toEqual(there.lines.map(said));
    });
  });

  test("nothing is empty, missing or doubled that was not so in a record", () => {
    check(curatedPair, (input) => {
      const stored = storedTexts(input);
      const flaws = textsOf(compose(input)).flatMap((text) => [
        ...(text === "" || text.trim() !== text ? [text] : []),
        ...FLAWS.flatMap((flaw) => text.match(flaw) ?? []).filter(
          (found) => !stored.some((one) => one.includes(found)),
        ),
      ]);
      expect(flaws).toEqual([]);
    });
  });

  test("every stored point appears whole, and no list has anything else", () => {
    check(everyInput, (input) => {
      for (const section of compose(input).sections) {
        expect(section.pros).toEqual(input[section.side].pros);
        expect(section.cons).toEqual(input[section.side].cons);
        expect(section.related).toHaveLength(input[section.side].related.length);
      }
    });
  });

  test("every name keeps its capitals", () => {
    check(plausiblePair, (input) => {
      const names = [input.left.name, input.right.name];
      const text = textsOf(compose(input)).join("\n");
      for (const name of names) {
        const written = new RegExp(`(?<![\\p{L}.])${escaped(name)}(?!\\p{L})`, "giu");
        expect(new Set(text.match(written))).toEqual(new Set([name]));
      }
    });
  });

  test("chooseFor and tradeoff appear unaltered, once", () => {
    check(everyInput, (input) => {
      const { pick, lines } = compose(input);
      for (const { side, sentences } of lines) {
        const { chooseFor, tradeoff } = input[side];
        if (chooseFor === undefined) continue;
        const [one = "", ...others] = sentences;
        expect(others).toEqual([]);
        expect(one.startsWith(`You ${pick && pick !== side ? "prioritize" : "want"} ${chooseFor}`)).toBe(
          true,
        );
        if (tradeoff && (!pick || pick === side)) expect(one).toContain(` and can live with ${tradeoff}`);
      }
    });
  });

  test("leads and taglines change by their first letter and final mark alone", () => {
    check(everyInput, (input) => {
      const { intro, outcome, sections, pick, pickBlock, bottomLine } = compose(input);
      for (const { side, lead } of sections) expect(isSameText(input[side].lead, lead)).toBe(true);
      const winner = pick && input[pick];
      if (winner && !input.curated?.reason) expect(isSameText(winner.lead, pickBlock.text)).toBe(true);
      if (winner && !input.curated?.bottomLine) {
        expect(isSameText(winner.tagline ?? winner.lead, bottomLine.text)).toBe(true);
      }
      if (outcome === "different-jobs" || input.curated?.standfirst) return;
      const parts = introParts(input.left, input.right).filter((part) => !intro.includes(part));
      expect(parts).toEqual([]);
    });
  });

  test("the page's length is bounded by that of its records", () => {
    check(everyInput, (input) => {
      const length = (texts: string[]) => texts.join("").length;
      const stored = length(storedTexts(input));
      expect(length(textsOf(compose(input)))).toBeLessThan(4 * stored + 20 * longestName(input) + 1_000);
    });
  });

  test("no sentence of eight words or more but a lead stands more than twice", () => {
    check(plausiblePair, (input) => {
      const leads = `${input.left.lead} ${input.right.lead}`;
      const texts = textsOf(compose(input));
      const marks = texts.join("\n").match(/\d+x(?= or so)/g) ?? [];
      const long = texts.filter((text) => text.split(" ").length >= 8 && !leads.includes(text.slice(1, -1)));
      const tooOften = [...countOf([...marks, ...long])].filter(
        ([text, times]) => times > (leads.includes(text) ? 4 : 2),
      );
      expect(tooOften).toEqual([]);
    });
  });
});

/** What a composer leaves behind where data is missing or already had its mark, with the letters before it. */
const FLAWS = [
  /.{0,4}(?:undefined|null|NaN|\[object)/g,
  /.{0,4} {2}/g,
  /.{0,4}\.\./g,
  /.{0,4}[。!?…]\.(?!\p{L})/gu,
  /.{0,4} [,.;:?!)](?= |$)/g,
  /.{0,4}(?:,,|, ,|;;|: :|\(\)|[,;]$)/g,
  /^[,.;:](?=\s)/g,
  /\b(?:want|with|prioritize|this:|accept:|one a|other a) *[.:]?$/g,
  /\b(?:want|prioritize) (?:and|over)\b/g,
];

const said = ({ label, sentences }: { label: string; sentences: string[] }) => [label, ...sentences];

function nameOfPick(
  { pick }: { pick: "left" | "right" | null },
  left: TechnologyRecord,
  right: TechnologyRecord,
) {
  return pick && { left, right }[pick].name;
}

function storedTexts({ left, right, curated }: VerdictInput): string[] {
  const own = [left, right].flatMap(({ name, lead, tagline, chooseFor, tradeoff, pros, cons }) => [
    name,
    lead,
    tagline,
    chooseFor,
    tradeoff,
    ...[...pros, ...cons].map(({ text }) => text),
  ]);
  const given = [curated?.standfirst, curated?.reason, curated?.bottomLine, ...(curated?.epithets ?? [])];
  return [...own, ...given].filter((text) => text !== undefined);
}

function isSameText(stored: string, shown: string | undefined): boolean {
  if (shown === undefined) return false;
  const [one, other] = [stored.slice(1), shown.slice(1)];
  const sameFirst = stored.charAt(0).toLowerCase() === shown.charAt(0).toLowerCase();
  return sameFirst && (one === other || `${one}.` === other);
}

/** What an intro must hold of two records, but for the first letters and the final stops. */
function introParts(left: TechnologyRecord, right: TechnologyRecord): string[] {
  const core = (text: string) => text.slice(1, -1);
  if (left.tagline && right.tagline) return [core(left.tagline), core(right.tagline)];
  if (left.tagline || right.tagline)
    return [left.name, right.name, core(left.tagline ?? right.tagline ?? "")];
  const opening = (lead: string) => lead.toLowerCase().split(/\s+/u).slice(0, 2);
  const alike =
    opening(left.lead).length === 2 && opening(left.lead).join(" ") === opening(right.lead).join(" ");
  return alike ? [left, right].map(({ lead }) => core(firstSentence(lead))) : [left.name, right.name];
}

function countOf(texts: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

function longestName({ left, right }: VerdictInput): number {
  return Math.max(left.name.length, right.name.length);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
