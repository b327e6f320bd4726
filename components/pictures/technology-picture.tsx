import { initialsOf } from "@/components/technology/logo";
import { fitText } from "@/lib/pictures/fit";
import type { TechnologyPicture } from "@/lib/pictures/types";
import { findDrawable } from "@/lib/pictures/words";
import { RING_NAMES } from "@/lib/verdict/basis";
import type { Ring } from "@/lib/verdict/types";
import { COLOUR, Lines, Sheet } from "./look";

const TILE = 248;
const WIDTH = 1088 - TILE - 56;
const LEADING = 1.06;

/** The name beside its mark, what it is, and how the editors rate it. */
export function TechnologyPictureView({ picture }: { picture: TechnologyPicture }) {
  const { name, kind, category, ring, text, logo } = picture;
  const large = fitText(name, {
    width: WIDTH,
    height: 232,
    weight: 700,
    sizes: [124, 108, 96, 84, 76, 68, 60, 52, 44, 40, 36, 32, 28, 24, 20],
    lineHeight: LEADING,
    wholeWordsTo: 44,
  }) ?? { size: 20, lines: [name] };
  const said =
    text &&
    fitText(text, {
      width: 1088,
      height: 92,
      weight: 400,
      sizes: [36, 32, 28],
      lineHeight: 1.3,
      wholeWordsTo: 28,
    });
  return (
    <Sheet about={category}>
      <div style={{ display: "flex", alignItems: "center", marginTop: 24 }}>
        <Tile name={name} logo={logo} />
        <div style={{ display: "flex", flexDirection: "column", marginLeft: 56, fontWeight: 700 }}>
          <div
            style={{ display: "flex", alignItems: "center", marginBottom: 12, fontSize: 32, fontWeight: 400 }}
          >
            <div style={{ display: "flex", color: COLOUR.soft }}>{kind}</div>
            {ring && <RingTag ring={ring} />}
          </div>
          <Lines {...large} lineHeight={LEADING} />
        </div>
      </div>
      {said && (
        <div style={{ display: "flex", marginTop: "auto", color: COLOUR.soft }}>
          <Lines {...said} lineHeight={1.3} />
        </div>
      )}
    </Sheet>
  );
}

/** Its mark, or its initials, as beside its name on pages. */
function Tile({ name, logo }: { name: string; logo: string | undefined }) {
  return (
    <div
      style={{
        display: "flex",
        width: TILE,
        height: TILE,
        flexShrink: 0,
        alignItems: "center",
        justifyContent: "center",
        borderRadius: 40,
        border: `3px solid ${COLOUR.iceLine}`,
        background: `linear-gradient(135deg, ${COLOUR.iceWash}, ${COLOUR.iceDeep})`,
      }}
    >
      {logo ? (
        <svg width={136} height={136} viewBox="0 0 24 24" aria-hidden="true">
          <path d={logo} fill={COLOUR.ink} />
        </svg>
      ) : (
        <div style={{ display: "flex", fontSize: 112, fontWeight: 700, color: COLOUR.ice }}>
          {findDrawable(initialsOf(name)) ?? ""}
        </div>
      )}
    </div>
  );
}

/** As on the page: filled, outlined in the accent, or quiet. */
const RINGS: Record<Ring, { border: string; background: string; color: string }> = {
  adopt: { border: COLOUR.ice, background: COLOUR.ice, color: COLOUR.raised },
  trial: { border: COLOUR.ice, background: COLOUR.raised, color: COLOUR.ice },
  assess: { border: COLOUR.soft, background: COLOUR.raised, color: COLOUR.soft },
  hold: { border: COLOUR.soft, background: COLOUR.raised, color: COLOUR.soft },
};

function RingTag({ ring }: { ring: Ring }) {
  const { border, background, color } = RINGS[ring];
  return (
    <div
      style={{
        display: "flex",
        marginLeft: 20,
        padding: "4px 20px",
        borderRadius: 30,
        border: `3px ${ring === "hold" ? "dashed" : "solid"} ${border}`,
        background,
        color,
        fontSize: 28,
        fontWeight: 700,
      }}
    >
      {RING_NAMES[ring]}
    </div>
  );
}
