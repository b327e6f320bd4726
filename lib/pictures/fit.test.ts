import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitText, widthOf } from "./fit";

const room = {
  width: 1000,
  height: 180,
  weight: 700,
  sizes: [104, 80, 60, 44, 32, 24, 20],
  lineHeight: 1.1,
  wholeWordsTo: 44,
} as const;

describe("fitting a text", () => {
  it("takes the largest size in which it fits", () => {
    expect(fitText("Go", room)).toEqual({ size: 104, lines: ["Go"] });
    expect(fitText("Operating System Virtualization", room)).toEqual({
      size: 80,
      lines: ["Operating System", "Virtualization"],
    });
  });

  it("rather makes a long word smaller than breaks it, down to a size that can be read", () => {
    expect(fitText("Internationalization-as-a-Service", room)?.lines).toHaveLength(1);
    expect(fitText("Honorificabilitudinitatibus".repeat(4), room)?.lines.length).toBeGreaterThan(1);
  });

  it("says so where there is no room", () => {
    expect(fitText("word ".repeat(400).trim(), room)).toBeNull();
  });

  it("gives back every name whole, in lines that are not wider than the room", () => {
    const name = fc.string({ unit: fc.constantFrom(..."Wmil Ő-"), minLength: 1, maxLength: 120 });
    fc.assert(
      fc.property(
        name.map((text) => text.replace(/ +/g, " ").trim()).filter((text) => text !== ""),
        (text) => {
          const fitted = fitText(text, room);
          expect(fitted?.lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
          const size = fitted?.size ?? 0;
          for (const line of fitted?.lines ?? []) expect(widthOf(line, 700) * size).toBeLessThanOrEqual(1000);
          expect((fitted?.lines.length ?? 0) * size * 1.1).toBeLessThanOrEqual(180);
        },
      ),
      { seed: 7 },
    );
  });
});
