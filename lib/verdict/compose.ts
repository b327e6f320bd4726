import { basisLine } from "./basis";
import { decide } from "./decide";
import { firstSentence } from "./first-sentence";
import type {
  Outcome,
  RelatedName,
  Section,
  Side,
  TechnologyRecord,
  Verdict,
  VerdictInput,
  VerdictLine,
} from "./types";
import { lowerOpener, raiseOpener, slugAsWords, withArticle, withFinalMark, withoutFinalStop } from "./words";

const TAKE = "Here's our take.";

const APART = "Neither can stand in for the other, so there is nothing to pick.";

const HEADINGS: Record<Outcome, string> = {
  pick: "Nice Pick",
  "too-close": "Too close to call",
  unrated: "No pick yet",
  "different-jobs": "Different jobs",
};

/**
 * Composes the page of two records. Pure and deterministic. Stored text is never cut and never rewritten beyond
 * the case of a leading opener and a missing final stop; only `chooseFor` and `tradeoff` are put inside a
 * sentence; where nothing is on file, nothing is said.
 */
export function compose(input: VerdictInput): Verdict {
  const { left, right, curated } = input;
  const decision = curated ? null : decide(left, right);
  const outcome = curated?.outcome ?? decision?.outcome ?? "unrated";
  const pick = curated ? curatedPick(input) : decision?.outcome === "pick" ? decision.pick : null;
  const sections: [Section, Section] = [section(input, "left", pick), section(input, "right", pick)];
  const picked = sections.find((side) => side.picked);
  const lines = verdictLines(input, pick);
  const basis = basisLine({ left, right, curated: curated !== undefined }, outcome, pick, lines.length > 0);
  const text = curated?.reason ?? picked?.lead ?? (outcome === "different-jobs" ? APART : undefined);
  return {
    title: title(input),
    intro: curated?.standfirst ?? intro(input, outcome),
    outcome,
    pick,
    pickBlock: {
      heading: HEADINGS[outcome],
      ...(picked && { name: picked.name }),
      ...(text !== undefined && { text }),
      ...(basis !== undefined && { basis }),
    },
    sections,
    lines,
    bottomLine: bottomLine(
      input,
      outcome,
      picked,
      decision?.outcome === "pick" && decision.by === "popularity",
    ),
  };
}

function curatedPick({ left, curated }: VerdictInput): Side | null {
  if (curated?.outcome !== "pick") return null;
  return curated.pick === left.slug ? "left" : "right";
}

function title({ left, right, curated }: VerdictInput): string {
  const names = `${left.name} vs ${right.name}`;
  return curated?.epithets ? `${names}: ${curated.epithets[0]} vs ${curated.epithets[1]}` : names;
}

function intro(input: VerdictInput, outcome: Outcome): string {
  const { left, right } = input;
  if (outcome === "different-jobs") return differentJobs(left, right);
  return `${withFinalMark(introduction(input))} ${TAKE}`;
}

function introduction(input: VerdictInput): string {
  const { left, right } = input;
  const names = namesOf(input);
  if (left.tagline && right.tagline) return meeting(left.tagline, right.tagline, names);
  if (right.tagline) return `${left.name} meets ${right.name}, ${lowerOpener(right.tagline, names)}`;
  if (left.tagline) {
    return `${left.name}, ${withoutFinalStop(lowerOpener(left.tagline, names))}, meets ${right.name}`;
  }
  const opening = openingWords(left.lead);
  if (opening !== null && opening === openingWords(right.lead)) {
    return meeting(firstSentence(left.lead), firstSentence(right.lead), names);
  }
  return `${left.name} or ${right.name}?`;
}

/** "{Left} meets {right}", of two taglines or two sentences. */
function meeting(left: string, right: string, names: string[]): string {
  return `${withoutFinalStop(raiseOpener(left, names))} meets ${lowerOpener(right, names)}`;
}

function differentJobs(left: TechnologyRecord, right: TechnologyRecord): string {
  const jobs = `${left.name} and ${right.name} do different jobs`;
  if (left.kind === right.kind) return `${jobs}.`;
  return `${jobs}: one ${withArticle(left.kind)}, the other ${withArticle(right.kind)}.`;
}

/** The first two words; null where there are not two. */
function openingWords(lead: string): string | null {
  const words = /^(\S+)\s+(\S+)/u.exec(lead);
  return words && `${words[1]} ${words[2]}`.toLowerCase();
}

function section(input: VerdictInput, side: Side, pick: Side | null): Section {
  const record = input[side];
  return {
    side,
    name: record.name,
    slug: record.slug,
    picked: pick === side,
    lead: sentence(record.lead, input),
    pros: record.pros,
    cons: record.cons,
    related: relatedNames(record, input.related),
  };
}

/** Two slugs of one record, an old and a new one, are one name; the record itself is none. */
export function relatedNames(
  { slug: own, related }: Pick<TechnologyRecord, "slug" | "related">,
  onFile: VerdictInput["related"],
): RelatedName[] {
  const names = new Map<string, RelatedName>();
  for (const slug of related) {
    const found = onFile.get(slug);
    if (found?.slug !== own) names.set(found?.slug ?? slug, found ?? { name: slugAsWords(slug) });
  }
  return [...names.values()];
}

/** The pick's line first; without a pick left, then right. A side with nothing on file has no line. */
function verdictLines(input: VerdictInput, pick: Side | null): VerdictLine[] {
  const order: [Side, Side] = pick === "right" ? ["right", "left"] : ["left", "right"];
  const lines = order.map((side): VerdictLine => {
    const record = input[side];
    const picked = pick && pick !== side ? input[pick] : null;
    const sentences = picked ? reasonsAgainst(record, picked) : reasonsFor(record);
    return { side, label: `Use ${record.name} if:`, sentences };
  });
  return lines.filter(({ sentences }) => sentences.length > 0);
}

function reasonsFor({ chooseFor, tradeoff, pros, cons }: TechnologyRecord): string[] {
  if (chooseFor) {
    return [withFinalMark(`You want ${chooseFor}${tradeoff ? ` and can live with ${tradeoff}` : ""}`)];
  }
  if (!pros[0]) return [];
  const accepted = cons[0] ? [`What you accept: ${cons[0].text}`] : [];
  return [decisive(pros[0].text), ...accepted];
}

function reasonsAgainst({ chooseFor, pros }: TechnologyRecord, picked: TechnologyRecord): string[] {
  if (chooseFor) return [`You prioritize ${chooseFor} over what ${picked.name} offers.`];
  return pros[0] ? [decisive(pros[0].text)] : [];
}

const decisive = (point: string) => `What decides it for you is this: ${point}`;

function bottomLine(
  input: VerdictInput,
  outcome: Outcome,
  picked: Section | undefined,
  onUse: boolean,
): Verdict["bottomLine"] {
  const given = input.curated?.bottomLine;
  if (picked) {
    const { tagline } = input[picked.side];
    const text = given ?? (tagline ? sentence(tagline, input) : picked.lead);
    return { heading: `${picked.name} wins${onUse ? " on use" : ""}`, text };
  }
  if (outcome === "different-jobs") {
    const nearest = { label: "Compare each with its own kind:", pairs: input.nearest };
    return {
      heading: "Nothing to choose between",
      ...(given && { text: given }),
      ...(input.nearest.length > 0 && { nearest }),
    };
  }
  const text =
    given ?? (outcome === "too-close" ? "Neither is ahead: choose by what you would miss most." : undefined);
  return { heading: HEADINGS[outcome], ...(text && { text }) };
}

/** Stored text as a sentence of its own. */
function sentence(text: string, input: VerdictInput): string {
  return withFinalMark(raiseOpener(text, namesOf(input)));
}

function namesOf({ left, right }: VerdictInput): string[] {
  return [left.name, right.name];
}
