import type { ReactElement } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { renderPicture } from "@/lib/pictures/render";
import { requireTypeface } from "@/lib/pictures/typeface";
import { SITE_PICTURE } from "@/lib/pictures/views";
import { findDrawable } from "@/lib/pictures/words";
import { ComparisonPictureView } from "./comparison-picture";
import { ListPictureView } from "./list-picture";
import { TechnologyPictureView } from "./technology-picture";

// The renderer would load a font or an emoji from the web for a character that it does not find.

const asked: string[] = [];
const original = globalThis.fetch;

beforeEach(() => {
  asked.length = 0;
  globalThis.fetch = (async (address: RequestInfo | URL, init?: RequestInit) => {
    const url = address instanceof Request ? address.url : String(address);
    // The renderer's own layout engine is inside its code.
    if (url.startsWith("data:")) return original(address, init);
    asked.push(url);
    throw new Error(`asked for ${url}`);
  }) as typeof fetch;
});

afterEach(() => {
  globalThis.fetch = original;
});

/** Width and height, from the header of a PNG. */
function sizeOf(png: Buffer): number[] {
  expect(png.subarray(1, 4).toString("latin1")).toBe("PNG");
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

async function draw(element: ReactElement): Promise<void> {
  expect(sizeOf(await renderPicture(element))).toEqual([1200, 630]);
  expect(asked).toEqual([]);
}

const side = (name: string, picked: boolean, epithet?: string) => ({
  name,
  picked,
  ...(epithet && { epithet }),
});

describe("a picture", () => {
  it("is 1200 by 630, with and without a pick", async () => {
    const sides: [ReturnType<typeof side>, ReturnType<typeof side>] = [
      side("Go", true, "the pragmatist"),
      side("Rust", false),
    ];
    await draw(<ComparisonPictureView picture={{ sides, heading: "Go wins", category: "Languages" }} />);
    const even: typeof sides = [side("Go", false), side("Rust", false)];
    await draw(
      <ComparisonPictureView
        picture={{ sides: even, heading: "Too close to call", text: "We rate both." }}
      />,
    );
    await draw(<ListPictureView picture={SITE_PICTURE} />);
    await draw(
      <ListPictureView
        picture={{
          heading: "Best databases",
          rows: [
            { name: "SQLite", place: 1, picked: true },
            { name: "MySQL", place: 2 },
          ],
        }}
      />,
    );
  });

  it("takes names of 120 characters without a space", async () => {
    const long = "W".repeat(120);
    await draw(
      <ComparisonPictureView
        picture={{ sides: [side(long, true), side(long, false)], heading: `${long} wins` }}
      />,
    );
    await draw(
      <TechnologyPictureView picture={{ name: long, kind: "Tool", category: long, ring: "adopt" }} />,
    );
    await draw(
      <ListPictureView
        picture={{
          heading: long,
          rows: [
            { name: long, place: 1, picked: true },
            { name: `${long.slice(1)}M`, place: 200 },
          ],
        }}
      />,
    );
  });

  it("asks nobody for anything, whichever of the typeface's characters stand in it", async () => {
    const { 400: regular, 700: bold } = requireTypeface().widths;
    const all = [...regular.keys()]
      .filter((code) => bold.has(code))
      .map((code) => String.fromCodePoint(code));
    const drawable = all.filter((character) => findDrawable(character) !== null);
    expect(drawable.length).toBeGreaterThan(500);
    for (let from = 0; from < drawable.length; from += 60) {
      const text = drawable.slice(from, from + 60).join("");
      await draw(
        <TechnologyPictureView
          picture={{ name: text, kind: "Tool", category: "Tests", text: [...text].join(" ") }}
        />,
      );
    }
  });

  it("would ask for what is not in the typeface: that is why texts are looked at first", async () => {
    const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
    await renderPicture(<div style={{ display: "flex" }}>数</div>).catch(() => undefined);
    said.mockRestore();
    expect(asked).not.toEqual([]);
  });
});
