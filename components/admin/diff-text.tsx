import type { Part } from "@/lib/drafts/diff-texts";

/** A text as it became: what was taken out is struck through, what was put in is underlined, and both are said. */
export function DiffText({ parts }: { parts: Part[] }) {
  return parts.map(({ text, kind }, index) => {
    if (kind === "same") return <span key={index}>{text}</span>;
    const isGone = kind === "removed";
    const Tag = isGone ? "del" : "ins";
    return (
      <Tag
        key={index}
        className={
          isGone
            ? "text-bad decoration-bad/70"
            : "rounded-sm bg-ice-deep text-ink decoration-ice decoration-2 underline-offset-4"
        }
      >
        <span className="sr-only">{isGone ? " [removed: " : " [added: "}</span>
        {text}
        <span className="sr-only">] </span>
      </Tag>
    );
  });
}
