/** The title in one text, with the names large, and quiet what stands around them; epithets have a line of their own. */
export function ComparisonTitle({ title, left, right }: { title: string; left: string; right: string }) {
  const epithets = title.slice(`${left} vs ${right}: `.length);
  const longest = Math.max(left.length, right.length);
  const size =
    longest > 44 ? "text-2xl md:text-4xl" : longest > 22 ? "text-3xl md:text-5xl" : "text-4xl md:text-6xl";
  return (
    <h1 className={`${size} font-bold leading-[1.08] tracking-tight`}>
      {left} <span className="font-normal text-soft">vs</span> {right}
      {epithets && (
        <>
          <span className="sr-only">:</span>{" "}
          <span className="mt-2 block font-normal text-[0.55em] text-soft leading-snug">{epithets}</span>
        </>
      )}
    </h1>
  );
}
