const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const LONGEST_DAYS = 7;

const words = new Intl.RelativeTimeFormat("en-GB", { numeric: "auto" });
const day = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});
const moment = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });

/** How long ago something was: "5 minutes ago", "yesterday", and the date after a week. `now` is an ISO date as `iso` is. */
export function AgoText({ iso, now }: { iso: string; now: string }) {
  return (
    <time dateTime={iso} title={`${moment.format(new Date(iso))} UTC`}>
      {agoWords(Date.parse(now) - Date.parse(iso), iso)}
    </time>
  );
}

function agoWords(elapsed: number, iso: string): string {
  if (elapsed < MINUTE) return "just now";
  if (elapsed < HOUR) return words.format(-Math.floor(elapsed / MINUTE), "minute");
  if (elapsed < DAY) return words.format(-Math.floor(elapsed / HOUR), "hour");
  const days = Math.floor(elapsed / DAY);
  return days <= LONGEST_DAYS ? words.format(-days, "day") : day.format(new Date(iso));
}
