import fc from "fast-check";
import { keysOf } from "../form-fields";
import { emptyTechnologyForm, type PointForm, type TechnologyForm } from "../technologies/form";

// Forms and what editors do to them, generated. Few words and few fields, so that two editors often meet.

const TEXT_FIELDS = ["name", "lead", "description", "tagline"] as const;
const POINT_FIELDS = ["text", "sourceTitle", "checkedAt"] as const;

const word = fc.constantFrom("Fast", "Slow", "Fast builds", "Old and proven", "x", "");

export function pointForm(key: string, text: string): PointForm {
  return { key, text, sourceTitle: "", sourceUrl: "", checkedAt: "" };
}

/** A form as it is opened: a few points on both sides, some saying the same. */
export const technologyFormArbitrary: fc.Arbitrary<TechnologyForm> = fc
  .record({
    name: word,
    lead: word,
    pros: fc.array(word, { maxLength: 5 }),
    cons: fc.array(word, { maxLength: 4 }),
    aliases: fc.array(word, { maxLength: 4 }),
    resources: fc.array(word, { maxLength: 3 }),
  })
  .map(({ name, lead, pros, cons, aliases, resources }) => {
    const keys = keysOf([...pros, ...cons]);
    const urls = keysOf(resources);
    return {
      ...emptyTechnologyForm(),
      name,
      lead,
      pros: pros.map((text, index) => pointForm(keys[index] ?? "", text)),
      cons: cons.map((text, index) => pointForm(keys[pros.length + index] ?? "", text)),
      aliases,
      resources: resources.map((url, index) => ({ key: urls[index] ?? "", title: "", url })),
    };
  });

export type Edit =
  | { kind: "type"; field: (typeof TEXT_FIELDS)[number]; text: string }
  | { kind: "write"; row: number; field: (typeof POINT_FIELDS)[number]; text: string }
  | { kind: "add"; at: number; text: string }
  | { kind: "delete"; row: number }
  | { kind: "move"; row: number; to: number }
  | { kind: "name"; at: number; text: string }
  | { kind: "unname"; at: number };

const place = fc.nat(9);

export const editArbitrary: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant("type" as const), field: fc.constantFrom(...TEXT_FIELDS), text: word }),
  fc.record({
    kind: fc.constant("write" as const),
    row: place,
    field: fc.constantFrom(...POINT_FIELDS),
    text: word,
  }),
  fc.record({ kind: fc.constant("add" as const), at: place, text: word }),
  fc.record({ kind: fc.constant("delete" as const), row: place }),
  fc.record({ kind: fc.constant("move" as const), row: place, to: place }),
  fc.record({ kind: fc.constant("name" as const), at: place, text: word }),
  fc.record({ kind: fc.constant("unname" as const), at: place }),
);

type Side = "pros" | "cons";

/** The form after an edit. Rows and places count through pros, then cons; `newKey` is for a point that is added. */
export function applyEdit(form: TechnologyForm, edit: Edit, newKey: string): TechnologyForm {
  const points = [
    ...form.pros.map((point) => ({ side: "pros" as Side, point })),
    ...form.cons.map((point) => ({ side: "cons" as Side, point })),
  ];
  const sideAt = (at: number): Side => points[at]?.side ?? (at % 2 === 0 ? "pros" : "cons");
  switch (edit.kind) {
    case "type":
      return { ...form, [edit.field]: edit.text };
    case "name":
      return { ...form, aliases: form.aliases.toSpliced(edit.at, 0, edit.text) };
    case "unname":
      return { ...form, aliases: form.aliases.toSpliced(edit.at, 1) };
    case "add":
      points.splice(edit.at, 0, { side: sideAt(edit.at), point: pointForm(newKey, edit.text) });
      break;
    case "delete":
      points.splice(edit.row, 1);
      break;
    case "move": {
      const side = sideAt(edit.to);
      points.splice(edit.to, 0, ...points.splice(edit.row, 1).map(({ point }) => ({ side, point })));
      break;
    }
    case "write":
      points.splice(
        edit.row,
        1,
        ...points.slice(edit.row, edit.row + 1).map(({ side, point }) => ({
          side,
          point: { ...point, [edit.field]: edit.text },
        })),
      );
  }
  const on = (wanted: Side) => points.flatMap(({ side, point }) => (side === wanted ? [point] : []));
  return { ...form, pros: on("pros"), cons: on("cons") };
}

/** `form` after all edits; the keys of added rows begin with `editor`. */
export function applyEdits(form: TechnologyForm, edits: Edit[], editor: string): TechnologyForm {
  return edits.reduce((now, edit, index) => applyEdit(now, edit, `${editor}${index}`), form);
}
