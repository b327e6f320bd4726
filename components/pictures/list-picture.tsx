import { type Fitted, fitText } from "@/lib/pictures/fit";
import type { ListPicture } from "@/lib/pictures/types";
import { COLOUR, Lines, Mark, Sheet } from "./look";

const LEADING = 1.08;

/** A heading, and the first names of the list below it; of a ranking, the first is lit. */
export function ListPictureView({ picture: { heading, text, rows } }: { picture: ListPicture }) {
  const title = fitOr(heading, {
    height: rows.length > 0 ? 116 : 200,
    largest: rows.length > 0 ? 84 : 124,
  });
  const said =
    text &&
    fitText(text, {
      width: 1088,
      height: rows.length > 0 ? 52 : 108,
      weight: 400,
      sizes: [40, 36, 32, 28],
      lineHeight: 1.3,
      wholeWordsTo: 28,
    });
  return (
    <Sheet>
      <div
        style={{
          display: "flex",
          flexDirection: "column",
          flexGrow: 1,
          justifyContent: rows.length > 0 ? "flex-start" : "center",
        }}
      >
        <div style={{ display: "flex", fontWeight: 700 }}>
          <Lines {...title} lineHeight={LEADING} />
        </div>
        {said && (
          <div style={{ display: "flex", marginTop: 24, color: COLOUR.soft }}>
            <Lines {...said} lineHeight={1.3} />
          </div>
        )}
        {rows.length > 0 && (
          <div style={{ display: "flex", flexDirection: "column", marginTop: "auto" }}>
            {rows.map((row) => (
              <Row key={row.name} row={row} height={said ? 74 : 88} />
            ))}
          </div>
        )}
      </div>
    </Sheet>
  );
}

function Row({ row, height }: { row: ListPicture["rows"][number]; height: number }) {
  const { name, place, picked } = row;
  const lit = place === 1;
  const fitted = fitText(name, {
    width: 1088 - 2 * 32 - (place ? 64 : 0) - (picked ? 230 : 0),
    height: height - 12,
    weight: 700,
    sizes: [48, 44, 40, 36, 32, 28, 24, 20, 16, 14],
    lineHeight: LEADING,
    wholeWordsTo: 14,
  }) ?? { size: 14, lines: [name] };
  return (
    <div
      style={{
        display: "flex",
        alignItems: "center",
        height,
        marginTop: 14,
        padding: "0 32px",
        borderRadius: 20,
        border: `3px solid ${lit ? COLOUR.iceLine : COLOUR.line}`,
        background: lit ? `linear-gradient(120deg, ${COLOUR.iceWash}, ${COLOUR.iceDeep})` : COLOUR.raised,
      }}
    >
      {place && (
        <div style={{ display: "flex", width: 64, fontSize: 40, color: lit ? COLOUR.ice : COLOUR.soft }}>
          {place}
        </div>
      )}
      <div style={{ display: "flex", fontWeight: 700 }}>
        <Lines {...fitted} lineHeight={LEADING} />
      </div>
      {picked && (
        <div style={{ display: "flex", alignItems: "center", marginLeft: "auto", color: COLOUR.ice }}>
          <Mark size={48} />
          <div style={{ display: "flex", marginLeft: 12, fontSize: 28, fontWeight: 700 }}>Nice Pick</div>
        </div>
      )}
    </div>
  );
}

function fitOr(text: string, { height, largest }: { height: number; largest: number }): Fitted {
  const sizes = [124, 108, 96, 84, 76, 68, 60, 52, 44, 40, 36, 32, 28, 24, 20].filter(
    (size) => size <= largest,
  );
  const fitted = fitText(text, {
    width: 1088,
    height,
    weight: 700,
    sizes,
    lineHeight: LEADING,
    wholeWordsTo: 40,
  });
  return fitted ?? { size: 20, lines: [text] };
}
