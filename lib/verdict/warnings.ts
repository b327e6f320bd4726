import type { Point, TechnologyRecord } from "./types";
import { opensWithOpener, withoutFinalStop } from "./words";

/** `field` is a path inside the record ("pros[2].text"). */
export type EditorWarning = { field: string; message: string };

const READS_AS_WARNING =
  /^(?:avoid|beware|but|careful|caution|cannot|can['’]t|despite|don['’]t|however|instead|lack|lacks|lacking|limited|never|no longer|not|only if|unfortunately|unless|unlike|without|yet)\b/i;

/** What an editor should look at again before publishing. Advice only: nothing here ever refuses a record. */
export function listWarnings(
  record: Pick<TechnologyRecord, "pros" | "chooseFor" | "tradeoff"> &
    Partial<Pick<TechnologyRecord, "name" | "cons">>,
): EditorWarning[] {
  const warnings: EditorWarning[] = listRepeats(record.pros, record.cons ?? []);
  record.pros.forEach((point, index) => {
    if (READS_AS_WARNING.test(point.text)) {
      warnings.push({ field: `pros[${index}].text`, message: "reads like a warning, not a pro" });
    }
  });
  for (const field of ["chooseFor", "tradeoff"] as const) {
    const text = record[field];
    if (text && (/[!?！？]$/u.test(text) || withoutFinalStop(text) !== text)) {
      warnings.push({ field, message: "ends like a sentence, but is read inside one" });
    }
    if (text && /^it[’']s\b/i.test(text)) {
      warnings.push({ field, message: 'begins with "it\'s", which does not read after "You want"' });
    } else if (text && /^[A-Z]/.test(text) && opensWithOpener(text, record.name ? [record.name] : [])) {
      warnings.push({ field, message: "begins like a sentence, but is read inside one" });
    }
  }
  return warnings;
}

function listRepeats(pros: Point[], cons: Point[]): EditorWarning[] {
  const points = [
    ...pros.map(({ text }, index) => ({ text, field: `pros[${index}].text`, name: `pro ${index + 1}` })),
    ...cons.map(({ text }, index) => ({ text, field: `cons[${index}].text`, name: `con ${index + 1}` })),
  ];
  const first = new Map<string, string>();
  return points.flatMap(({ text, field, name }) => {
    const said = withoutFinalStop(text.trim().toLowerCase());
    const earlier = first.get(said);
    if (said !== "" && earlier === undefined) first.set(said, name);
    return earlier === undefined ? [] : [{ field, message: `says the same as ${earlier}` }];
  });
}
