import type { Encoding } from "./page";

/** What comes again and again is not parsed again. */
const known = new Map<string, Encoding>();
const MOST_KNOWN = 500;
const LONGEST_KNOWN = 200;

/** The best form for an Accept-Encoding header (RFC 9110, 12.5.3); what comes with a weight of 0 is refused. */
export function chooseEncoding(accepted: string | string[] | undefined): Encoding {
  const header = String(accepted ?? "");
  const before = known.get(header);
  if (before) return before;
  const chosen = choose(header);
  if (header.length > LONGEST_KNOWN) return chosen;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(header, chosen);
  return chosen;
}

function choose(header: string): Encoding {
  const wanted = new Set(
    header
      .toLowerCase()
      .split(",")
      .map((entry) => entry.split(";").map((part) => part.trim()))
      .filter(([, weight = "q=1"]) => !/^q=0(?:\.0*)?$/.test(weight))
      .map(([name]) => name),
  );
  return wanted.has("br") ? "br" : wanted.has("gzip") ? "gzip" : "identity";
}
