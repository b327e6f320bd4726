import type { ReactNode } from "react";

/** `quiet`: set apart from the page. `lit`: what the page is for. `open`: a place where something is missing. */
export type CardTone = "quiet" | "lit" | "open";

const LOOK: Record<CardTone, string> = {
  quiet: "border-line bg-raised",
  lit: "border-ice-line bg-linear-to-br from-ice-wash to-ice-deep",
  open: "border-line border-dashed",
};

/** The look of a card, for elements that are not made here. Padding is theirs. */
export function cardClass(tone: CardTone = "quiet"): string {
  return `rounded-card border ${LOOK[tone]}`;
}

/** A card that is one link in a list, the whole of it: its link is `CardLink`. */
export function CardItem({ className = "", children }: { className?: string; children: ReactNode }) {
  return (
    <li
      className={`${cardClass()} relative transition-[border-color,box-shadow] hover:border-ice-line hover:shadow-card motion-reduce:transition-none ${className}`}
    >
      {children}
    </li>
  );
}

/** Covers the card around it. */
export function CardLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} className="after:absolute after:inset-0 after:rounded-card hover:underline">
      {children}
    </a>
  );
}
