import { describe, expect, it } from "vitest";
import { emptyComparisonForm } from "./comparisons/form";
import { FORMS } from "./drafts/forms";
import { keyOf, keysOf, MOST_ROWS, randomKey } from "./form-fields";
import { emptyTechnologyForm, technologyFormSchema } from "./technologies/form";

const row = (key: string, text = "") => ({ key, text, sourceTitle: "", sourceUrl: "", checkedAt: "" });

const accepts = (given: object) =>
  technologyFormSchema.safeParse({ ...emptyTechnologyForm(), ...given }).success;

describe("a form keeps what is unfinished", () => {
  it.each([
    ["nothing at all", {}],
    ["a slug that is none", { slug: "C++ !" }],
    ["blank rows", { pros: [row("a"), row("b")] }],
    ["a text that is too long to publish", { lead: "x".repeat(2_400) }],
    ["more rows than may be published", { pros: Array.from({ length: MOST_ROWS }, (_, i) => row(`k${i}`)) }],
    ["emoji and newlines", { description: "🧊\r\n\tline" }],
  ])("%s", (_, given) => {
    expect(accepts(given)).toBe(true);
  });
});

describe("a form refuses", () => {
  it.each([
    ["a text out of bounds", { lead: "x".repeat(2_401) }],
    ["lists out of bounds", { aliases: Array.from({ length: 2 * MOST_ROWS + 1 }, () => "x") }],
    ["NUL, which PostgreSQL cannot keep", { lead: "a\u0000b" }],
    ["half of a surrogate pair", { lead: "\uD83D" }],
    ["NUL in a row", { pros: [row("a", "\u0000")] }],
    ["a number", { lead: 1 }],
    ["null", { lead: null }],
    ["an object for a text", { lead: { toString: "x" } }],
    ["a list for a text", { lead: ["x"] }],
    ["an object for a list", { pros: { length: 0 } }],
    ["a field of its own making", { role: "owner" }],
    ["__proto__", JSON.parse('{"__proto__": {"lead": "x"}}')],
    ["a field of its own making in a row", { pros: [{ ...row("a"), id: "1" }] }],
    ["a row without a key", { pros: [{ ...row("a"), key: undefined }] }],
    ["a key that is none", { pros: [row("a.b")] }],
    ["an empty key", { pros: [row("")] }],
    ["a long key", { pros: [row("k".repeat(41))] }],
    ["two rows with one key", { pros: [row("a"), row("a")] }],
    ["a pro and a con with one key", { pros: [row("a")], cons: [row("a")] }],
  ])("%s", (_, given) => {
    const form = { ...emptyTechnologyForm(), ...given };
    // A spread sets an own field where a literal would set the prototype.
    if (Object.hasOwn(given, "__proto__"))
      Object.defineProperty(form, "__proto__", { value: {}, enumerable: true });
    expect(technologyFormSchema.safeParse(form).success).toBe(false);
  });

  it("a choice that is none", () => {
    const { formSchema } = FORMS.comparison;
    const form = emptyComparisonForm();
    expect(formSchema.safeParse({ ...form, outcome: "pick", pick: "left" }).success).toBe(true);
    expect(formSchema.safeParse({ ...form, outcome: "both" }).success).toBe(false);
    expect(formSchema.safeParse({ ...form, pick: "go" }).success).toBe(false);
  });
});

describe("keys of rows", () => {
  it("are the same for the same text, wherever it stands", () => {
    expect(keysOf(["a", "b"])).toEqual([...keysOf(["b", "a"])].reverse());
  });

  it("tell rows of the same text apart", () => {
    expect(keysOf(["a", "a", "b", "a"])).toEqual([
      keyOf("a", 0),
      keyOf("a", 1),
      keyOf("b", 0),
      keyOf("a", 2),
    ]);
  });

  it("are FNV-1a", () => {
    // The published test vectors of 32 bits: "" is 811c9dc5, "a" e40c292c, "foobar" bf9cf968.
    const hashes = ["", "a", "foobar"].map((text) => parseInt(keyOf(text, 0), 36));
    expect(hashes).toEqual([0x811c9dc5, 0xe40c292c, 0xbf9cf968]);
  });

  it("made at random fit the schema and do not repeat", () => {
    const keys = Array.from({ length: 100 }, randomKey);
    expect(new Set(keys).size).toBe(100);
    expect(accepts({ resources: keys.map((key) => ({ key, title: "", url: "" })) })).toBe(true);
  });
});
