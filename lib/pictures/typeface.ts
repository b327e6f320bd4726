import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readWoff } from "./woff";

// The typeface of the pictures. It is what decides which characters a picture may hold: for any other character the
// renderer would ask a font service on the web (see docs/decisions/0016).

export type Weight = 400 | 700;

type Face = { name: string; weight: Weight; style: "normal"; data: Buffer };

// Turbopack would otherwise trace, and bundle, everything that the path could mean.
const FOLDER = join(
  /* turbopackIgnore: true */ process.cwd(),
  "node_modules/@fontsource/familjen-grotesk/files",
);
const SUBSETS = ["latin", "latin-ext", "vietnamese"];

/** For `font-family`: the renderer looks through families of other names, and not through others of the same. */
export const FAMILY = SUBSETS.map(familyOf).join(", ");

type Typeface = { faces: Face[]; widths: Record<Weight, ReadonlyMap<number, number>> };

let read: Typeface | undefined;

/** Read once: always the same array, by which the renderer knows it again. */
export function requireTypeface(): Typeface {
  read ??= readTypeface();
  return read;
}

function readTypeface(): Typeface {
  const faces = ([400, 700] as const).flatMap((weight) =>
    SUBSETS.map((subset): Face => {
      const data = readFileSync(join(FOLDER, `familjen-grotesk-${subset}-${weight}-normal.woff`));
      return { name: familyOf(subset), weight, style: "normal", data };
    }),
  );
  return { faces, widths: { 400: widthsOf(faces, 400), 700: widthsOf(faces, 700) } };
}

function widthsOf(faces: Face[], weight: Weight): Map<number, number> {
  const wanted = faces.filter((face) => face.weight === weight).reverse();
  return new Map(wanted.flatMap(({ data }) => [...readWoff(data).widths]));
}

function familyOf(subset: string): string {
  return subset === "latin" ? "Familjen" : `Familjen ${subset}`;
}
