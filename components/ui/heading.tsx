import type { ReactNode } from "react";

type Level = 1 | 2 | 3;

const LOOK: Record<Level, string> = { 1: "text-title", 2: "text-heading", 3: "text-subheading" };

type Props = { level: Level; id?: string; className?: string; children: ReactNode };

/** A heading in its place on the page's scale: its title, one of its parts, or a part's part. */
export function Heading({ level, id, className = "", children }: Props) {
  const Tag = `h${level}` as const;
  return (
    <Tag id={id} className={`${LOOK[level]} ${className}`}>
      {children}
    </Tag>
  );
}
