import type { Catalogue } from "../catalogue/document";
import { fileRemarks, listMissingInComparison, listMissingInTechnology, listTotalRemarks } from "./counts";
import { type Coverage, listCoverage } from "./coverage";
import { namesOf } from "./names";
import { readPages } from "./pages";
import { comparisonName, listComparisonTexts, listTechnologyTexts } from "./prose";
import { listRecordRemarks } from "./record-rules";
import { listOneSided, listReferenceRemarks } from "./references";
import { listFrames, listRepeats, listSameEpithets } from "./repeats";
import { listStyleRemarks } from "./style-rules";
import type { ContentFile, Finding, Remark } from "./types";

/**
 * How many words in a row make two records sound alike. Points are short and stand next to each other on a page, so
 * five are noticed there; below that, English itself repeats ("at the same time as"). Comparisons are long, and read
 * one at a time.
 */
const RUN_WORDS = { technologies: 5, comparisons: 7, everything: 9 };

/** The share of leads that may begin in one and the same way. */
const MOST_OF_ONE_FRAME = 0.1;

export type Report = { findings: Finding[]; hints: Finding[]; pages: number; coverage: Coverage[] };

/** Reads the whole catalogue as an editor would. `logos`: the slugs of simple-icons. Pure. */
export function lintContent(files: readonly ContentFile[], logos: ReadonlySet<string>): Report {
  const catalogue = join(files);
  const { categories, technologies, comparisons } = catalogue;
  const names = namesOf(technologies);
  const { pages, remarks: composed } = readPages(catalogue, names);
  const remarks: Remark[] = [
    ...listTotalRemarks(catalogue),
    ...listReferenceRemarks(catalogue, logos),
    ...categories.flatMap(({ slug, description = "" }) =>
      listStyleRemarks({ path: `${slug}.description`, text: description }),
    ),
    ...technologies.flatMap((technology) =>
      within(technology.slug, [
        ...listMissingInTechnology(technology),
        ...listRecordRemarks(technology, names),
        ...listTechnologyTexts(technology).flatMap(listStyleRemarks),
      ]),
    ),
    ...comparisons.flatMap((comparison) =>
      within(comparisonName(comparison), [
        ...listMissingInComparison(comparison),
        ...listComparisonTexts(comparison).flatMap(listStyleRemarks),
      ]),
    ),
    ...listFrames(technologies, Math.ceil(technologies.length * MOST_OF_ONE_FRAME)),
    ...listAllRepeats(catalogue),
    ...composed,
  ];
  const place = placer(files);
  return {
    findings: [
      ...files.flatMap(({ file, catalogue: own }) =>
        fileRemarks(file, own).map((remark) => ({ file, ...remark })),
      ),
      ...remarks.map(place),
    ],
    hints: listOneSided(catalogue).map(place),
    pages,
    coverage: listCoverage(catalogue),
  };
}

function listAllRepeats({ technologies, comparisons }: Catalogue): Remark[] {
  const records = technologies.map((one) => ({ name: one.slug, texts: listTechnologyTexts(one) }));
  // Readers ask the same questions of many pairs: only answers must differ.
  const pages = comparisons.map((one) => ({
    name: comparisonName(one),
    texts: listComparisonTexts(one).filter(({ path }) => !path.endsWith(".question")),
  }));
  const epithets = comparisons.flatMap((one) =>
    (one.epithets ?? []).map((text, index) => ({ path: `${comparisonName(one)}.epithets[${index}]`, text })),
  );
  const taglines = technologies.flatMap(({ slug, tagline }) =>
    tagline === undefined ? [] : [{ path: `${slug}.tagline`, text: tagline }],
  );
  return [
    ...listSameEpithets(epithets),
    ...listSameEpithets(taglines),
    ...listRepeats(records, RUN_WORDS.technologies),
    ...listRepeats(pages, RUN_WORDS.comparisons),
    ...listRepeats([...records, ...pages], RUN_WORDS.everything),
  ];
}

function within(name: string, remarks: readonly Remark[]): Remark[] {
  return remarks.map(({ path, message }) => ({ path: `${name}.${path}`, message }));
}

function join(files: readonly ContentFile[]): Catalogue {
  return {
    categories: files.flatMap(({ catalogue }) => catalogue.categories),
    technologies: files.flatMap(({ catalogue }) => catalogue.technologies),
    comparisons: files.flatMap(({ catalogue }) => catalogue.comparisons),
  };
}

/** Adds to a remark the file of the record that its path begins with; a page's is that of its left side. */
function placer(files: readonly ContentFile[]): (remark: Remark) => Finding {
  const fileOf = new Map<string, string>();
  for (const { file, catalogue } of files) {
    for (const { slug } of [...catalogue.categories, ...catalogue.technologies]) fileOf.set(slug, file);
    for (const comparison of catalogue.comparisons) fileOf.set(comparisonName(comparison), file);
  }
  return ({ path, message }) => {
    const name = path.split(".")[0] ?? "";
    const file = fileOf.get(name) ?? fileOf.get(name.split("-vs-")[0] ?? "") ?? "";
    return { file, path, message };
  };
}
