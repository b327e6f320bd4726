// CSV as RFC 4180 has it, for spreadsheets. Every cell is quoted, and one that a spreadsheet would take for a formula
// begins with an apostrophe: https://owasp.org/www-community/attacks/CSV_Injection

/** What a file begins with, so that Excel reads it as UTF-8. */
export const CSV_START = "\uFEFF";

/** Also behind spaces and quotes, which some programs take away, and in full width, which some take for the same. */
const FORMULA = /^[\s"'‘’“”]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** One line, with its end. Null is an empty cell. */
export function csvLine(cells: (string | number | null)[]): string {
  return `${cells.map(toCell).join(",")}\r\n`;
}

function toCell(value: string | number | null): string {
  const text = value === null ? "" : String(value);
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
