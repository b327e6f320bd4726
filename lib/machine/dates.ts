const day = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});
const month = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });

/** "12 October 2026", of an ISO date, as pages say it. */
export const dayOf = (iso: string) => day.format(new Date(iso));

/** "October 2026". */
export const monthOf = (iso: string) => month.format(new Date(iso));
