import { createFormControl } from "react-hook-form";
import { expect, test } from "vitest";
import { fromKeyedForm, type KeyedForm, toKeyedForm } from "@/lib/drafts/keyed-form";
import { MOST_ROWS } from "@/lib/form-fields";
import { emptyTechnologyForm, type TechnologyForm } from "@/lib/technologies/form";
import { rowMoves } from "./row-moves";

const BLANK = { text: "", sourceTitle: "", sourceUrl: "", checkedAt: "" };

function points(prefix: string, count: number) {
  return Array.from({ length: count }, (_, index) => ({
    ...BLANK,
    key: `${prefix}${index}`,
    text: `${prefix} ${index}`,
  }));
}

/** A form as the page has it, and what would be saved of it. */
function openForm(lists: Partial<TechnologyForm>) {
  const form = toKeyedForm<TechnologyForm>({ ...emptyTechnologyForm(), ...lists });
  const { formControl } = createFormControl({ defaultValues: form as Record<string, unknown> });
  // A form counts as being on the page once it is listened to.
  formControl.subscribe({ formState: { values: true }, callback: () => {} });
  const read = () => fromKeyedForm<TechnologyForm>(formControl.getValues() as KeyedForm<TechnologyForm>);
  const textsOf = (list: "pros" | "cons") => read()[list].map(({ text }) => text);
  return { moves: rowMoves(formControl as never), read, textsOf };
}

test("a new row goes where it is wanted, with a key of its own", () => {
  const { moves, read, textsOf } = openForm({ pros: points("p", 2) });
  const key = moves.add("pros", 1, { ...BLANK, text: "new" });
  expect(textsOf("pros")).toEqual(["p 0", "new", "p 1"]);
  expect(read().pros[1]?.key).toBe(key);
});

test("a removed row comes back to its place, with what it said", () => {
  const { moves, textsOf } = openForm({ pros: points("p", 3) });
  const bringBack = moves.remove("pros", "p1");
  expect(textsOf("pros")).toEqual(["p 0", "p 2"]);
  bringBack();
  bringBack();
  expect(textsOf("pros")).toEqual(["p 0", "p 1", "p 2"]);
});

test("a row that goes to the other list stays the same row", () => {
  const { moves, read, textsOf } = openForm({ pros: points("p", 2), cons: points("c", 1) });
  expect(moves.move("pros", "p0", "cons", 0)).toBe("p0");
  expect(textsOf("pros")).toEqual(["p 1"]);
  expect(read().cons[0]).toEqual({ ...BLANK, key: "p0", text: "p 0" });
});

test("two lists may have rows of one key: the one that moves gets another", () => {
  const { moves, read } = openForm({ pros: points("x", 1), cons: points("x", 1) });
  const key = moves.move("pros", "x0", "cons", 1);
  expect(key).not.toBe("x0");
  expect(read().cons.map((row) => row.key)).toEqual(["x0", key]);
});

test("a list that is full takes no more, and loses none", () => {
  const { moves, textsOf } = openForm({ pros: points("p", MOST_ROWS), cons: points("c", 1) });
  expect(moves.add("pros", 0, BLANK)).toBeNull();
  expect(moves.move("cons", "c0", "pros", 0)).toBeNull();
  expect([textsOf("pros").length, textsOf("cons").length]).toEqual([MOST_ROWS, 1]);
});
