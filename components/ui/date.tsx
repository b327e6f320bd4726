const day = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});
const month = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });

/** A date in words: "12 October 2026", or "October 2026" where the day does not matter. */
export function DateText({ iso, precision = "day" }: { iso: string; precision?: "day" | "month" }) {
  const date = new Date(iso);
  return <time dateTime={iso.slice(0, 10)}>{(precision === "day" ? day : month).format(date)}</time>;
}
