const SYMBOL = "pick-mark";

/**
 * Our mark: a block of ice, and a check on it, in the text's colour and `--check`. Decoration, said nowhere; the same
 * drawing is app/icon.svg. It is drawn once in a document (`PickMarkDrawing`), and shown as often as need be.
 */
export function PickMark({ className = "size-[1.15em] text-mark" }: { className?: string }) {
  return (
    <svg aria-hidden="true" className={`shrink-0 ${className}`}>
      <use href={`#${SYMBOL}`} />
    </svg>
  );
}

/** Stands in every document that shows the mark, out of sight. */
export function PickMarkDrawing() {
  return (
    <svg aria-hidden="true" className="absolute size-0">
      <symbol id={SYMBOL} viewBox="0 0 24 24">
        <path
          d="M12 2 20.7 7v10L12 22 3.3 17V7Z"
          fill="currentColor"
          stroke="currentColor"
          strokeWidth="2"
          strokeLinejoin="round"
        />
        <path d="M12 12V22l8.7-5V7Z" opacity=".15" />
        <path d="M12 2 20.7 7 12 12 3.3 7Z" fill="#fff" opacity=".28" />
        <path
          d="m7.2 12.4 3.5 3.6 6.3-7.4"
          fill="none"
          stroke="var(--check,var(--paper))"
          strokeWidth="2.6"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </symbol>
    </svg>
  );
}

/** The mark where the text says 🧊: that is what is copied, searched and read aloud; the drawing stands over it. */
export function PickSign({ className = "" }: { className?: string }) {
  return (
    <span className={`relative inline-block size-[1.15em] shrink-0 align-[-0.2em] ${className}`}>
      <span className="block overflow-hidden text-[0.75em] opacity-0">🧊</span>
      <PickMark className="absolute inset-0 size-full text-mark" />
    </span>
  );
}

/** What stands beside the name that is picked. */
export function PickTag({ className = "" }: { className?: string }) {
  return (
    <p
      className={`inline-flex items-center gap-1.5 rounded-full bg-ice py-0.5 pr-3 pl-1.5 font-semibold text-paper text-small print:border print:border-ink print:text-ink ${className}`}
    >
      <PickMark className="size-4 [--check:var(--ice)] print:[--check:var(--paper)]" />
      Nice Pick
    </p>
  );
}
