/** Signs that tell names apart ("C", "C++", "C#") and have to be words in an address. */
const WORDS: Record<string, string> = { "+": " plus ", "#": " sharp ", "&": " and ", "@": " at " };

/** The slug that a name suggests; "" when there is nothing in it to make one of. */
export function suggestSlug(name: string): string {
  const words = name
    .replaceAll(/['’]/g, "")
    .replaceAll(/[+#&@]/g, (sign) => WORDS[sign] ?? "")
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    // "vs" parts the two sides of a comparison's address.
    .filter((word) => word !== "" && word !== "vs");
  return words.join("-").slice(0, 80).replace(/-$/, "");
}
