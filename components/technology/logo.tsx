type Size = "small" | "normal" | "large";

const SIZES: Record<Size, { box: string; mark: string; text: string }> = {
  small: { box: "size-7 rounded-md", mark: "size-4", text: "text-[0.7rem]" },
  normal: { box: "size-10 rounded-lg", mark: "size-6", text: "text-sm" },
  large: { box: "size-16 rounded-xl md:size-20 md:rounded-2xl", mark: "size-9 md:size-11", text: "text-2xl" },
};

/** Calm enough to stand in a row of thirty. */
const TINTS = [
  "bg-ice-wash text-ice",
  "bg-ice-deep text-ink",
  "border border-ice-line bg-raised text-ice",
  "border border-line bg-raised text-soft",
];

/**
 * A technology's mark (`logo`: the `d` of a path in a 24 by 24 view box) in the ink's colour, or its initials on a
 * tint that is always the same for a name. Decoration: the name stands beside it.
 */
export function Logo({ name, logo, size = "normal" }: { name: string; logo?: string; size?: Size }) {
  const { box, mark, text } = SIZES[size];
  const look = logo ? "border border-line bg-raised text-ink" : `${tintOf(name)} ${text}`;
  return (
    <span
      aria-hidden="true"
      className={`inline-grid shrink-0 select-none place-items-center font-bold font-display leading-none ${box} ${look}`}
    >
      {logo ? (
        <svg aria-hidden="true" viewBox="0 0 24 24" className={mark} fill="currentColor">
          <path d={logo} />
        </svg>
      ) : (
        initialsOf(name)
      )}
    </span>
  );
}

/** "Apache Kafka" is AK, "PostgreSQL" is PS, "Redis" is Re, "npm" is np, "C++" is C+. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s\-_./]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const [first = name.trim(), second] = words;
  if (second) return initial(first).toUpperCase() + initial(second).toUpperCase();
  const capitals = /^(\p{Lu}).*?\p{Ll}(\p{Lu})/u.exec(first);
  return capitals
    ? `${capitals[1]}${capitals[2]}`
    : [...graphemes.segment(first.slice(0, 64))]
        .slice(0, 2)
        .map(({ segment }) => segment)
        .join("");
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

function initial(word: string): string {
  return [...graphemes.segment(word.slice(0, 64))][0]?.segment ?? "";
}

function tintOf(name: string): string {
  let sum = 0;
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9_973;
  return TINTS[sum % TINTS.length] ?? "";
}
