/** Such as "12,345 rows of 30 tables". */
export function countRows(rows: Record<string, number>): string {
  const counts = Object.values(rows);
  const total = counts.reduce((sum, count) => sum + count, 0);
  return `${total.toLocaleString("en")} rows of ${counts.length} tables`;
}

/** Such as "3.4 MB", by thousands. */
export function sizeOf(bytes: number): string {
  const [unit, size] = bytes < 1e6 ? ["kB", bytes / 1e3] : ["MB", bytes / 1e6];
  return `${size.toFixed(1)} ${unit}`;
}
