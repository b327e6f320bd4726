import type { ReactNode } from "react";

export type NoticeTone = "info" | "good" | "bad";

const TONES: Record<NoticeTone, { className: string; sign: string }> = {
  info: { className: "border-line bg-raised", sign: "i" },
  good: { className: "border-ice-line bg-ice-wash", sign: "✓" },
  bad: { className: "border-bad bg-raised", sign: "!" },
};

/** Something to know, where it matters. Announced as it appears: at once when something went wrong. */
export function Notice(props: {
  tone?: NoticeTone;
  title?: string;
  action?: ReactNode;
  children?: ReactNode;
}) {
  const { tone = "info", title, action, children } = props;
  const { className, sign } = TONES[tone];
  return (
    <div
      role={tone === "bad" ? "alert" : "status"}
      className={`flex gap-3 rounded-lg border px-4 py-3 text-[0.95rem] leading-relaxed ${className}`}
    >
      <span
        aria-hidden="true"
        className={`mt-0.5 grid size-5 shrink-0 place-items-center rounded-full border border-current font-bold text-xs ${tone === "bad" ? "text-bad" : "text-ice"}`}
      >
        {sign}
      </span>
      <div className="min-w-0 flex-1 space-y-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className={title ? "text-soft" : ""}>{children}</div>}
        {action && <div className="flex flex-wrap gap-2 pt-1.5">{action}</div>}
      </div>
    </div>
  );
}
