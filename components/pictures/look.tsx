import type { ReactNode } from "react";
import { FAMILY } from "@/lib/pictures/typeface";

// Pictures are drawn by a renderer that knows neither style sheets nor variables: the light set of app/globals.css.
export const COLOUR = {
  paper: "#fafcfd",
  raised: "#ffffff",
  ink: "#0f1e26",
  soft: "#4a5c67",
  line: "#d8e3e9",
  ice: "#0a6f93",
  mark: "#1288b6",
  iceLine: "#8fd0e8",
  iceWash: "#e4f4fb",
  iceDeep: "#cdeaf6",
} as const;

export const EDGE = 56;

/** The sheet: the site's mark and name above, on the right what the page is about. */
export function Sheet({ about, children }: { about?: string | undefined; children: ReactNode }) {
  return (
    <div
      style={{
        display: "flex",
        flexDirection: "column",
        width: "100%",
        height: "100%",
        padding: `44px ${EDGE}px 40px`,
        background: COLOUR.paper,
        color: COLOUR.ink,
        fontFamily: FAMILY,
      }}
    >
      <div style={{ display: "flex", alignItems: "center", height: 52, marginBottom: 32 }}>
        <Mark size={52} />
        <div
          style={{ display: "flex", marginLeft: 16, fontSize: 36, fontWeight: 700, letterSpacing: "-0.02em" }}
        >
          Nice Pick
        </div>
        <div style={{ display: "flex", marginLeft: "auto", fontSize: 28, color: COLOUR.soft }}>
          {about ?? ""}
        </div>
      </div>
      {children}
    </div>
  );
}

/** The drawing of components/ui/pick-mark, whose colours come from the page around it. */
export function Mark({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path
        d="M12 2 20.7 7v10L12 22 3.3 17V7Z"
        fill={COLOUR.mark}
        stroke={COLOUR.mark}
        strokeWidth="2"
        strokeLinejoin="round"
      />
      <path d="M12 12V22l8.7-5V7Z" fillOpacity=".15" />
      <path d="M12 2 20.7 7 12 12 3.3 7Z" fill="#fff" fillOpacity=".28" />
      <path
        d="m7.2 12.4 3.5 3.6 6.3-7.4"
        fill="none"
        stroke="#fff"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

/** Lines that were broken beforehand (lib/pictures/fit), one below the other. */
export function Lines({ lines, size, lineHeight }: { lines: string[]; size: number; lineHeight: number }) {
  return (
    <div
      style={{
        display: "flex",
        flexDirection: "column",
        fontSize: size,
        lineHeight,
        letterSpacing: size > 40 ? "-0.02em" : 0,
      }}
    >
      {lines.map((line) => (
        <div key={line} style={{ display: "flex", whiteSpace: "pre" }}>
          {line}
        </div>
      ))}
    </div>
  );
}
