import type { TechnologyRecord } from "./types";
import { withoutFinalStop } from "./words";

/** `field` is a path inside the record ("pros[2].text"). */
export type EditorWarning = { field: string; message: string };

const READS_AS_WARNING =
  /^(?:avoid|beware|but|careful|caution|cannot|can['’]t|despite|don['’]t|however|instead|lack|lacks|lacking|limited|never|no longer|not|only if|unfortunately|unless|unlike|without|yet)\b/i;

/** What an editor should look at again before publishing. Advice only: nothing here ever refuses a record. */
export function listWarnings(
  record: Pick<TechnologyRecord, "pros" | "chooseFor" | "tradeoff">,
): EditorWarning[] {
  const warnings: EditorWarning[] = [];
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
    }
  }
  return warnings;
}
