import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inAddressOrder, isSlug, pairKey, pairPath, pairSegment, parsePair, readSlug } from "./pair";

const SEED = 20_261_031;

describe("a slug", () => {
  test.each([
    "a",
    "7",
    "c-plus-plus",
    "c-sharp",
    "dotnet",
    "vs",
    "vsc",
    "v-s",
    "canvas-vscode",
    "devs-vscode",
    "constructor",
    "to-string",
    "null",
    "x".repeat(80),
  ])("may be %s", (slug) => {
    expect(isSlug(slug)).toBe(true);
    expect(readSlug(slug)).toBe(slug);
  });

  test.each([
    ["nothing", ""],
    ["81 characters", "x".repeat(81)],
    ["capitals", "React"],
    ["a hyphen in front", "-react"],
    ["a hyphen behind", "react-"],
    ["two hyphens", "re--act"],
    ["only a hyphen", "-"],
    ["the separator inside", "a-vs-b"],
    ["half a separator in front", "vs-code"],
    ["half a separator behind", "code-vs"],
    ["a dot", "node.js"],
    ["an underscore", "__proto__"],
    ["white space", "a b"],
    ["a line break behind", "react\n"],
    ["NUL", "a\0"],
    ["a slash", "pl/i"],
    ["a plus", "c++"],
    ["an accent", "café"],
    ["the Kelvin sign", "\u212A"],
    ["a dotless i", "\u0131os"],
    ["full-width letters", "ａｂｃ"],
    ["Arabic digits", "٣"],
    ["half of a surrogate pair", "a\uD800"],
  ])("has no %s", (_, text) => {
    expect(isSlug(text)).toBe(false);
  });
});

describe("one side's path segment", () => {
  test.each([
    ["React", "react"],
    ["REACT/", "react"],
    ["re%61ct", "react"],
    ["%52eact", "react"],
  ])("%s is read as %s", (segment, slug) => {
    expect(readSlug(segment)).toBe(slug);
  });

  test.each(["", "/", "%", "%zz", "%00", "a%2Fb", "/react", "%E2%84%AA", "\u212A", "a b", "%2561", "%C3%28"])(
    "%j means no slug",
    (segment) => {
      expect(readSlug(segment)).toBeNull();
    },
  );
});

describe("a pair's path segment", () => {
  test.each([
    ["react-vs-vue", "react", "vue"],
    ["vue-vs-react", "vue", "react"],
    ["React-VS-Vue", "react", "vue"],
    ["react-vs-vue/", "react", "vue"],
    ["react-vs-vue//", "react", "vue"],
    ["react%2Dvs%2Dvue", "react", "vue"],
    ["r%65act-v%73-vue", "react", "vue"],
    ["a-vs-a", "a", "a"],
    ["vs-vs-vs", "vs", "vs"],
    ["a-v-vs-s-b", "a-v", "s-b"],
    ["devs-vs-vscode", "devs", "vscode"],
    ["constructor-vs-to-string", "constructor", "to-string"],
    [`${"x".repeat(80)}-vs-${"y".repeat(80)}`, "x".repeat(80), "y".repeat(80)],
  ])("%s names both sides in the order asked for", (segment, left, right) => {
    expect(parsePair(segment)).toEqual({ left, right });
  });

  test.each([
    ["nothing", ""],
    ["no separator", "react"],
    ["only the separator", "-vs-"],
    ["no right side", "a-vs-"],
    ["no left side", "-vs-b"],
    ["three sides", "a-vs-b-vs-c"],
    ["two separators together", "a-vs-vs-b"],
    ["two separators apart", "a-vs--vs-b"],
    ["a hyphen too many on the left", "a--vs-b"],
    ["a hyphen too many on the right", "a-vs--b"],
    ["a side of 81 characters", `${"x".repeat(81)}-vs-b`],
    ["a broken escape", "a-vs-%zz"],
    ["a lone percent sign", "a-vs-b%"],
    ["bytes that are not UTF-8", "a-vs-%C3%28"],
    ["NUL", "a-vs-b\0"],
    ["an encoded NUL", "a-vs-b%00"],
    ["a slash inside", "a/b-vs-c"],
    ["an encoded slash inside", "a%2Fb-vs-c"],
    ["an encoded slash after the left side", "a%2F-vs-b"],
    ["a slash in front", "/a-vs-b"],
    ["a second layer of percent-encoding", "%2561-vs-b"],
    ["a separator encoded twice", "a%252Dvs-b"],
    ["the Kelvin sign, which lower-cases to k", "\u212A-vs-b"],
    ["the Kelvin sign, encoded", "a-vs-%E2%84%AA"],
    ["a dotted capital I", "\u0130-vs-b"],
    ["a long s", "a-v\u017F-b"],
    ["full-width letters", "ａ-vs-ｂ"],
    ["white space", "a -vs- b"],
    ["a plus for a space", "a+-vs-b"],
    ["dots", "..-vs-.."],
    ["a query", "a-vs-b?x=1"],
    ["__proto__", "__proto__-vs-b"],
    ["half of a surrogate pair", "a-vs-\uD800"],
  ])("with %s is no pair", (_, segment) => {
    expect(parsePair(segment)).toBeNull();
  });

  test.each([
    ["letters", "a".repeat(10_240)],
    ["separators", "-vs-".repeat(2_560)],
    ["hyphens", `a-vs-${"-".repeat(10_240)}`],
    ["slashes", `a-vs-b${"/".repeat(10_240)}c`],
    ["encoded slashes", `a-vs-b${"%2F".repeat(10_240)}c`],
    ["percent signs", "%".repeat(10_240)],
    ["short words", `${"a-".repeat(5_120)}vs-b`],
  ])("of 10 kB of %s is refused at once", (_, segment) => {
    const start = process.cpuUsage();
    for (let round = 0; round < 20; round += 1) expect(parsePair(segment)).toBeNull();
    expect(process.cpuUsage(start).user / 20_000).toBeLessThan(5);
  });
});

describe("the order of an address", () => {
  test.each([
    ["react", "vue"],
    ["a", "a1"],
    ["a-b", "ab"],
    ["10", "9"],
    ["c", "c-plus-plus"],
    ["mysql", "postgresql"],
  ])("puts %s before %s, by code unit", (first, second) => {
    const inOrder = { left: first, right: second };
    expect(inAddressOrder(inOrder)).toEqual(inOrder);
    expect(inAddressOrder({ left: second, right: first })).toEqual(inOrder);
    expect(pairPath(inAddressOrder({ left: second, right: first }))).toBe(`/compare/${first}-vs-${second}`);
  });

  test("leaves a pair of one with itself as it is", () => {
    expect(inAddressOrder({ left: "a", right: "a" })).toEqual({ left: "a", right: "a" });
  });
});

describe("over generated slugs and segments", () => {
  const slug = fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9vs]{1,4}){0,4}$/).filter(isSlug);
  const settings = { seed: SEED, numRuns: 10_000 };

  test("what is built is what is read back", () => {
    fc.assert(
      fc.property(slug, slug, (left, right) => {
        expect(parsePair(pairSegment({ left, right }))).toEqual({ left, right });
        expect(parsePair(pairSegment({ left, right }).toUpperCase())).toEqual({ left, right });
        expect(parsePair(`${encodeEvery(pairSegment({ left, right }))}/`)).toEqual({ left, right });
      }),
      settings,
    );
  });

  test("both orders have one address and one key", () => {
    fc.assert(
      fc.property(slug, slug, (left, right) => {
        expect(inAddressOrder({ left, right })).toEqual(inAddressOrder({ left: right, right: left }));
        expect(pairKey({ left, right })).toBe(pairKey({ left: right, right: left }));
      }),
      settings,
    );
  });

  test("whatever is read is two slugs that make the same address again", () => {
    const part = fc.constantFrom(
      "a",
      "B",
      "-",
      "vs",
      "-vs-",
      "VS",
      "%2D",
      "%2d",
      "%61",
      "/",
      "%2F",
      "%",
      ".",
      "é",
    );
    const segment = fc.oneof(
      fc.array(part, { maxLength: 9 }).map((parts) => parts.join("")),
      fc.string(),
    );
    fc.assert(
      fc.property(segment, (text) => {
        const pair = parsePair(text);
        if (pair === null) return;
        expect(isSlug(pair.left) && isSlug(pair.right)).toBe(true);
        expect(parsePair(pairSegment(pair))).toEqual(pair);
      }),
      settings,
    );
  });
});

function encodeEvery(text: string): string {
  return [...text].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join("");
}
