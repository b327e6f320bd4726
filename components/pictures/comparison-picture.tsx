import { type Fitted, fitText } from "@/lib/pictures/fit";
import type { ComparisonPicture, PictureSide } from "@/lib/pictures/types";
import { COLOUR, Lines, Mark, Sheet } from "./look";

const WIDTH = 1088;
const PADDING = 40;
const GAP = 16;
const TAG_WIDTH = 270;
const VERSUS = 56;
const NAME_SIZES = [116, 104, 92, 84, 76, 68, 60, 54, 48, 44, 40, 36, 32, 28, 24, 20];
const NAME_LEADING = 1.06;
const EPITHET = 32;

type Band = { height: number; color: string; largest: number };

const BANDS: Record<"picked" | "other" | "even", Band> = {
  picked: { height: 218, color: COLOUR.ink, largest: 116 },
  other: { height: 142, color: COLOUR.soft, largest: 76 },
  even: { height: 164, color: COLOUR.ink, largest: 92 },
};

/** Two bands, one below the other; the pick's is lit, and has more room. */
export function ComparisonPictureView({ picture }: { picture: ComparisonPicture }) {
  const [left, right] = picture.sides;
  const decided = left.picked || right.picked;
  const [upper, lower] = [bandOf(left, decided), bandOf(right, decided)];
  return (
    <Sheet about={picture.category}>
      <div style={{ display: "flex", flexDirection: "column", position: "relative" }}>
        <Band side={left} band={upper} />
        <div style={{ display: "flex", height: GAP }} />
        <Band side={right} band={lower} />
        <Versus top={upper.height + (GAP - VERSUS) / 2} />
      </div>
      <Closing picture={picture} decided={decided} />
    </Sheet>
  );
}

function bandOf({ picked }: PictureSide, decided: boolean): Band {
  return BANDS[picked ? "picked" : decided ? "other" : "even"];
}

function fitName({ name, epithet, picked }: PictureSide, band: Band): Fitted {
  const fitted = fitText(name, {
    width: WIDTH - 2 * PADDING - (picked ? TAG_WIDTH : 0),
    height: band.height - 28 - (epithet ? EPITHET * 1.3 : 0),
    weight: 700,
    sizes: NAME_SIZES.filter((size) => size <= band.largest),
    lineHeight: NAME_LEADING,
    wholeWordsTo: 44,
  });
  return fitted ?? { size: 20, lines: [name] };
}

function Band({ side, band }: { side: PictureSide; band: Band }) {
  return (
    <div
      style={{
        display: "flex",
        alignItems: "center",
        height: band.height,
        padding: `0 ${PADDING}px`,
        borderRadius: 28,
        border: `3px solid ${side.picked ? COLOUR.iceLine : COLOUR.line}`,
        background: side.picked
          ? `linear-gradient(120deg, ${COLOUR.iceWash}, ${COLOUR.iceDeep})`
          : COLOUR.raised,
      }}
    >
      <div style={{ display: "flex", flexDirection: "column", fontWeight: 700, color: band.color }}>
        <Lines {...fitName(side, band)} lineHeight={NAME_LEADING} />
        {side.epithet && (
          <div style={{ display: "flex", fontSize: EPITHET, fontWeight: 400, color: COLOUR.soft }}>
            {side.epithet}
          </div>
        )}
      </div>
      {side.picked && (
        <div style={{ display: "flex", alignItems: "center", marginLeft: "auto", color: COLOUR.ice }}>
          <Mark size={84} />
          <div style={{ display: "flex", marginLeft: 16, fontSize: 36, fontWeight: 700 }}>Nice Pick</div>
        </div>
      )}
    </div>
  );
}

function Versus({ top }: { top: number }) {
  return (
    <div
      style={{
        display: "flex",
        position: "absolute",
        left: (WIDTH - VERSUS) / 2,
        top,
        width: VERSUS,
        height: VERSUS,
        borderRadius: VERSUS / 2,
        alignItems: "center",
        justifyContent: "center",
        border: `3px solid ${COLOUR.line}`,
        background: COLOUR.paper,
        color: COLOUR.soft,
        fontSize: 26,
      }}
    >
      vs
    </div>
  );
}

/** How it came out, in as many of the page's words as there is room for. */
function Closing({ picture: { heading, text }, decided }: { picture: ComparisonPicture; decided: boolean }) {
  const room = { width: WIDTH, weight: 400, lineHeight: 1.3, wholeWordsTo: 26 } as const;
  const fitted =
    text &&
    (fitText(text, { ...room, height: 44, sizes: [32, 28, 26] }) ??
      fitText(text, { ...room, height: decided ? 76 : 44, sizes: [28, 26] }));
  return (
    <div style={{ display: "flex", flexDirection: "column", marginTop: "auto" }}>
      {(!decided || !fitted) && (
        <div style={{ display: "flex", fontSize: 40, fontWeight: 700, color: COLOUR.ice }}>{heading}</div>
      )}
      {fitted && (
        <div style={{ display: "flex", color: COLOUR.soft }}>
          <Lines {...fitted} lineHeight={1.3} />
        </div>
      )}
    </div>
  );
}
