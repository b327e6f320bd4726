import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  LENGTH,
  LONGEST_LIST,
  line,
  list,
  moment,
  momentText,
  optional,
  paragraphs,
  slug,
  webAddress,
} from "./fields";

type Field = ReturnType<typeof line>;

/** What the field keeps, or why it refuses, in one text to compare. */
function read(field: Field, value: unknown): string {
  const result = field.safeParse(value);
  return result.success
    ? result.data
    : `refused: ${result.error.issues.map(({ message }) => message).join("; ")}`;
}

const TOO_LONG = (length: number, longest: number) =>
  `refused: is too long: ${length} characters, at most ${longest} are allowed`;
const NOT_ALLOWED = "refused: has a character that is not allowed: ";
const INVISIBLE = "refused: has nothing in it that can be seen";

describe("a line", () => {
  it.each([
    ["is kept as it is", "Go, C++ & <b>", "Go, C++ & <b>"],
    ["loses outer space of every kind", " \u00A0\t\u3000Go\u2003\uFEFF", "Go"],
    ["loses outer line breaks", "\r\nGo\n", "Go"],
    ["is composed", "e\u0301", "é"],
    ["keeps what joins an emoji", "👩‍👩‍👧", "👩‍👩‍👧"],
    ["keeps inner space", "a  b", "a  b"],
    ["is required", "", "refused: is required"],
    ["of space alone is empty", " \u00A0\n", "refused: is required"],
    ["may not break", "a\nb", `${NOT_ALLOWED}a line break (U+000A)`],
    ["may not break as on Windows", "a\r\nb", `${NOT_ALLOWED}a line break (U+000A)`],
    ["may not hold a tab", "a\tb", `${NOT_ALLOWED}U+0009`],
    ["may not hold NUL", "a\u0000b", `${NOT_ALLOWED}U+0000`],
    ["may not hold NUL at its end", "a\u0000", `${NOT_ALLOWED}U+0000`],
    ["may not hold DEL", "a\u007Fb", `${NOT_ALLOWED}U+007F`],
    ["may not hold a C1 control", "a\u0085b", `${NOT_ALLOWED}U+0085`],
    ["may not hold a line separator", "a\u2028b", `${NOT_ALLOWED}U+2028`],
    ["may not hold a paragraph separator", "a\u2029b", `${NOT_ALLOWED}U+2029`],
    ["may not hold half a pair in front", "\uD83Dx", "refused: has half of a surrogate pair in it"],
    ["may not hold half a pair behind", "x\uDE00", "refused: has half of a surrogate pair in it"],
    ["of zero-width spaces shows nothing", "\u200B\u200B", INVISIBLE],
    ["of a combining mark shows nothing", "\u0301", INVISIBLE],
    ["of a Hangul filler shows nothing", "\u3164", INVISIBLE],
    ["of a blank Braille pattern shows nothing", "\u2800", INVISIBLE],
    ["of one sign is enough", "C", "C"],
    ["of punctuation is enough", "+", "+"],
    ["of an emoji is enough", "🧊", "🧊"],
    ["fits at its bound", "a".repeat(20), "a".repeat(20)],
    ["does not fit above its bound", "a".repeat(21), TOO_LONG(21, 20)],
    ["counts an emoji as one", "🧊".repeat(20), "🧊".repeat(20)],
    ["counts the emoji above its bound", "🧊".repeat(21), TOO_LONG(21, 20)],
    ["is counted after trimming", ` ${"a".repeat(20)} `, "a".repeat(20)],
    ["is counted composed", "e\u0301".repeat(20), "é".repeat(20)],
    ["is counted as NFC leaves it, which may be longer", "\u0958".repeat(11), TOO_LONG(22, 20)],
  ])("%s", (_, given, expected) => {
    expect(read(line(20), given)).toBe(expected);
  });

  it.each([[null], [undefined], [3], [true], [["a"]], [{ text: "a" }]])("is not made from %j", (given) => {
    expect(line(20).safeParse(given).success).toBe(false);
  });

  it("that was cleaned stays as it is when it is cleaned again", () => {
    const field = line(LENGTH.text);
    const property = fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
      const once = field.safeParse(text);
      if (once.success) expect(read(field, once.data)).toBe(once.data);
    });
    fc.assert(property, { seed: 2, numRuns: 5_000 });
  });
});

describe("paragraphs", () => {
  it.each([
    ["keep line breaks and tabs", "a\n\n\tb", "a\n\n\tb"],
    ["break in one way", "a\r\nb", "a\nb"],
    ["lose outer line breaks", "\r\n\r\na\r\n", "a"],
    ["are composed", "e\u0301\ne\u0301", "é\né"],
    ["may not hold a bare carriage return", "a\rb", `${NOT_ALLOWED}U+000D`],
    ["may not hold NUL", "a\u0000b", `${NOT_ALLOWED}U+0000`],
    ["may not hold a vertical tab", "a\u000Bb", `${NOT_ALLOWED}U+000B`],
    ["may not hold an escape", "a\u001Bb", `${NOT_ALLOWED}U+001B`],
    ["may not hold a C1 control", "a\u009Bb", `${NOT_ALLOWED}U+009B`],
    ["may not hold half a pair", "a\n\uD800", "refused: has half of a surrogate pair in it"],
    ["count a Windows line break as one", "a\r\n".repeat(9).concat("bb"), "a\n".repeat(9).concat("bb")],
    ["do not fit above their bound", "a\n".repeat(10).concat("b"), TOO_LONG(21, 20)],
  ])("%s", (_, given, expected) => {
    expect(read(paragraphs(20), given)).toBe(expected);
  });
});

describe("a slug", () => {
  it.each(["a", "c-plus-plus", "dotnet", "0", "vs", "versus-vsc", "a-vsb", "a".repeat(80), " go "])(
    "%j will do",
    (given) => {
      expect(read(slug, given)).toBe(given.trim());
    },
  );

  it.each([
    "A",
    "a_b",
    "a--b",
    "-a",
    "a-",
    "a b",
    "é",
    "c++",
    "a.b",
    "a/b",
    "a-vs-b",
    "vs-a",
    "a-vs",
    "a".repeat(81),
    "a\n-b",
    "a\u0000",
  ])("%j will not", (given) => {
    expect(read(slug, given)).toMatch(/^refused: is not a slug: 1 to 80 of a-z, 0-9 and single hyphens/);
  });

  it("is required", () => {
    expect(read(slug, " ")).toBe("refused: is required");
  });
});

describe("a web address", () => {
  const longest = `https://example.org/${"a".repeat(LENGTH.url - 20)}`;
  it.each([
    "http://example.org",
    "HTTPS://EXAMPLE.ORG/A",
    "https://例え.jp/パス?q=%zz#x",
    "http://[::1]:80/",
    longest,
  ])("%s will do", (given) => {
    expect(read(webAddress, ` ${given}\n`)).toBe(given);
  });

  it.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "ftp://example.org",
    "mailto:a@example.org",
    "//example.org",
    "example.org",
    "/path",
    "https://",
    "http://a b",
    "https://exa\nmple.org",
    "https://example.org/\u0000",
    "https://example.org/\uD800",
    "https://[",
    "https:example.org",
    "java\tscript:alert(1)",
  ])("%j will not", (given) => {
    expect(read(webAddress, given)).toBe("refused: is not an http or https address");
  });

  it("has a bound", () => {
    expect(read(webAddress, `${longest}a`)).toBe(TOO_LONG(2049, 2048));
  });
});

describe("a moment", () => {
  it.each([
    ["2026-10-31", "2026-10-31"],
    [" 2024-02-29 ", "2024-02-29"],
    ["1900-01-01", "1900-01-01"],
    ["2026-10-31T00:00:00Z", "2026-10-31"],
    ["2026-10-31T12:00:00Z", "2026-10-31T12:00:00Z"],
    ["2026-10-31T12:00:00.000Z", "2026-10-31T12:00:00Z"],
    ["2026-10-31T12:00:00.123456Z", "2026-10-31T12:00:00.123Z"],
    ["2026-10-31T23:30:00-05:00", "2026-11-01T04:30:00Z"],
  ])("%s is kept as %s", (given, expected) => {
    expect(read(moment, given)).toBe(expected);
  });

  it.each([
    "2026-02-29",
    "2026-02-30",
    "2026-13-01",
    "2026-00-10",
    "2026-10-32",
    "2026-02-30T12:00:00Z",
    "2026-10-31T24:00:00Z",
    "2026-10-31T12:60:00Z",
    "2026-10-31T12:00:00",
    "31.10.2026",
    "2026-10",
    "2026",
    "October 2026",
    "1899-12-31",
    "3000-01-01",
    "2999-12-31T23:59:59-10:00",
    "+002026-10-31",
    "now",
    "",
    "\uD800",
  ])("%j is none", (given) => {
    expect(read(moment, given)).toMatch(/^refused: is not a date like "2026-10-31"/);
  });

  it("that was cleaned stays as it is when it is cleaned again", () => {
    const dates = fc.date({ min: new Date("1900-01-01"), max: new Date("2999-12-31"), noInvalidDate: true });
    const property = fc.property(dates, (date) => {
      expect(read(moment, date.toISOString())).toBe(momentText(date));
      expect(read(moment, momentText(date))).toBe(momentText(date));
    });
    fc.assert(property, { seed: 2, numRuns: 2_000 });
  });
});

describe("an optional field", () => {
  it.each([[undefined], [""], [" \n\t"]])("is absent when it is %j", (given) => {
    expect(optional(line(20)).safeParse(given)).toEqual({ success: true, data: undefined });
  });

  it.each([[null], [3], [{}], [[]], ["a\u0000"], ["\u200B"]])("is refused when it is %j", (given) => {
    expect(optional(line(20)).safeParse(given).success).toBe(false);
  });
});

describe("a list", () => {
  const entries = (count: number) => Array.from({ length: count }, (_, index) => `entry ${index}`);

  it("that is left out is empty", () => {
    expect(list(line(20)).parse(undefined)).toEqual([]);
  });

  it("holds 30 entries and no more", () => {
    expect(list(line(20)).parse(entries(LONGEST_LIST))).toHaveLength(30);
    expect(list(line(20)).safeParse(entries(31)).error?.issues).toMatchObject([
      { message: "has more than 30 entries" },
    ]);
  });

  it("that is far too long is refused without a look at its entries", () => {
    const given = Array.from({ length: 1_000_000 }, () => null);
    expect(list(line(20)).safeParse(given).error?.issues).toHaveLength(1);
  });

  it.each([[null], ["a"], [{}], [{ length: 1 }], [3]])("is not made from %j", (given) => {
    expect(list(line(20)).safeParse(given).success).toBe(false);
  });
});
