import { SUBMIT, TYPED } from "@/components/ui/form-look";
import { type BrowsePage, countWords } from "@/lib/technologies/browse";
import { RING_NAMES } from "@/lib/verdict/basis";
import { KIND_NAMES } from "./kind-names";

type Option = { value: string; name: string };

/** A plain form that leads to the list of what is chosen; nothing is offered that would find nothing. */
export function FilterForm({ list }: { list: BrowsePage }) {
  const { filters, options, category, total } = list;
  const kinds = options.kinds.map((kind) => ({ value: kind, name: KIND_NAMES[kind].one }));
  const rings = options.rings.map((ring) => ({ value: ring, name: RING_NAMES[ring] }));
  const categories = options.categories.map(({ slug, name }) => ({ value: slug, name }));
  return (
    <form
      action="/technologies"
      aria-label="Filter the list"
      className="grid grid-cols-2 items-end gap-3 lg:grid-cols-[1fr_1fr_1fr_auto]"
    >
      <Choice
        name="kind"
        label="Kind"
        any="Every kind"
        chosen={filters.kind && { value: filters.kind, name: KIND_NAMES[filters.kind].one }}
        options={kinds}
      />
      <Choice
        name="category"
        label="Category"
        any="Every category"
        chosen={category && { value: category.slug, name: category.name }}
        options={categories}
      />
      <Choice
        name="ring"
        label="Our rating"
        any="Rated or not"
        chosen={filters.ring && { value: filters.ring, name: RING_NAMES[filters.ring] }}
        options={rings}
      />
      {filters.letter && <input type="hidden" name="letter" value={filters.letter} />}
      <button type="submit" className={SUBMIT}>
        Show
        <span className="sr-only"> these, of {countWords(total)} now</span>
      </button>
    </form>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  any: string;
  chosen?: Option | undefined;
  options: Option[];
};

function Choice({ name, label, any, chosen, options }: ChoiceProps) {
  // What is chosen stays to be seen, also where it finds nothing with the other filters.
  const shown =
    !chosen || options.some(({ value }) => value === chosen.value) ? options : [chosen, ...options];
  return (
    <label className="block min-w-0">
      <span className="mb-1 block text-soft text-sm">{label}</span>
      <select
        name={name}
        defaultValue={chosen?.value ?? ""}
        className={`${TYPED} block min-h-12 w-full min-w-0 cursor-pointer truncate text-base`}
      >
        <option value="">{any}</option>
        {shown.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
    </label>
  );
}
