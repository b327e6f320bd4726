import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { summaryOf } from "./summary";

const long = `${"It goes on and on, and on. ".repeat(10)}`.trim();

describe("a description", () => {
  it("is made of whole sentences, as many as there is room for", () => {
    expect(summaryOf("Go wins.", "It compiles fast, e.g. in a second. It is plain.")).toBe(
      "Go wins. It compiles fast, e.g. in a second. It is plain.",
    );
    expect(summaryOf(long)).toBe("It goes on and on, and on.");
    expect(summaryOf("A first one.", `${"word ".repeat(60)}end.`, "A last one.")).toBe(
      "A first one. A last one.",
    );
  });

  it("is cut only where no sentence fits, and then at the end of a word", () => {
    const cut = summaryOf(`${"sentence ".repeat(40)}end.`);
    expect(cut).toMatch(/^(?:sentence )+sentence…$/);
    expect([...summaryOf("x".repeat(400))]).toHaveLength(160);
    expect([...summaryOf("🧊".repeat(400))]).toHaveLength(160);
  });

  it("says each sentence once, on one line", () => {
    expect(summaryOf("Same.", "Same. Other.\n\nThird.")).toBe("Same. Other. Third.");
  });

  it("is never longer than 160 characters", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: "grapheme", maxLength: 400 }), { minLength: 1, maxLength: 3 }),
        (texts) => {
          expect([...summaryOf(...texts)].length).toBeLessThanOrEqual(160);
        },
      ),
      { seed: 11 },
    );
  });
});
