import fc from "fast-check";
import { expect, test } from "vitest";
import { emptyTechnologyForm, type PointForm } from "../technologies/form";
import { fromKeyedForm, keyedPath, listSteps, rowName, toKeyedForm } from "./keyed-form";

const point = (key: string, text = key): PointForm => ({
  key,
  text,
  sourceTitle: "",
  sourceUrl: "",
  checkedAt: "",
});

const form = (pros: PointForm[], fields: Partial<ReturnType<typeof emptyTechnologyForm>> = {}) => ({
  ...emptyTechnologyForm(),
  ...fields,
  pros,
});

const forms = fc
  .record({
    lead: fc.string({ unit: "grapheme" }),
    related: fc.array(fc.string({ unit: "grapheme" })),
    keys: fc.uniqueArray(fc.stringMatching(/^[A-Za-z0-9_-]{1,6}$/)),
    text: fc.string({ unit: "grapheme" }),
  })
  .map(({ keys, text, ...fields }) =>
    form(
      keys.map((key) => point(key, key + text)),
      fields,
    ),
  );

test("a form that goes through the fields and back is the same form", () => {
  fc.assert(
    fc.property(forms, (given) => {
      expect(fromKeyedForm(toKeyedForm(given))).toEqual(given);
    }),
    { seed: 20_264 },
  );
});

test("keys that objects have names for already are keys like any other", () => {
  const given = form([point("__proto__"), point("constructor"), point("7")]);
  expect(fromKeyedForm(toKeyedForm(given))).toEqual(given);
});

test("what no database keeps is left out of texts", () => {
  const given = form([point("a", "x\0y")], { lead: "half \ud83d", aliases: ["a\0"] });
  expect(fromKeyedForm(toKeyedForm(given))).toMatchObject({
    lead: "half \ufffd",
    aliases: ["a"],
    pros: [{ text: "xy" }],
  });
});

test("the steps from one form to another lead there", () => {
  fc.assert(
    fc.property(forms, forms, (one, other) => {
      const [from, to] = [toKeyedForm(one), toKeyedForm(other)];
      for (const { name, value } of listSteps(from, to)) setPath(from, name, value);
      expect(fromKeyedForm(from)).toEqual(other);
    }),
    { seed: 20_265 },
  );
});

test("a text that is the same already is no step, and a row that only moved keeps its fields", () => {
  const from = toKeyedForm(form([point("a"), point("b")], { lead: "Same" }));
  const to = toKeyedForm(form([point("b"), point("a", "new")], { lead: "Same" }));
  expect(listSteps(from, to)).toEqual([
    { name: `pros.rows.${rowName("a")}.text`, value: "new" },
    { name: "pros.order", value: ["b", "a"] },
  ]);
});

test("a problem's place in a list becomes the name of that row's field", () => {
  const given = form([point("a"), point("b")], { related: ["x"] });
  expect(keyedPath(given, "pros.1.sourceUrl")).toBe(`pros.rows.${rowName("b")}.sourceUrl`);
  expect(keyedPath(given, "related.0")).toBe("related.0");
  expect(keyedPath(given, "lead")).toBe("lead");
  expect(keyedPath(given, "pros")).toBe("pros.order");
});

function setPath(target: object, path: string, value: unknown): void {
  const names = path.split(".");
  const last = names.pop() ?? "";
  const parent = names.reduce<Record<string, unknown>>(
    (object, name) => object[name] as Record<string, unknown>,
    target as Record<string, unknown>,
  );
  parent[last] = value;
}
