import { Button, ButtonLink } from "@/components/ui/button";
import { Field, Select, TextInput } from "@/components/ui/field";
import { isNarrowed, type ListQuery } from "@/lib/listing";

/** A filter by one value; the first option, which leaves nothing out, is made of `any`. */
export type Filter = {
  name: string;
  label: string;
  any: string;
  value: string | undefined;
  options: { value: string; label: string }[];
};

export const STATE_OPTIONS = [
  { value: "live", label: "Live" },
  { value: "changed", label: "Live, with changes" },
  { value: "draft", label: "Draft (never published)" },
  { value: "unpublished", label: "Unpublished" },
];

const SORT_OPTIONS = [
  { value: "newest", label: "Last saved first" },
  { value: "oldest", label: "Longest untouched first" },
  { value: "name", label: "Name, A to Z" },
  { value: "name-down", label: "Name, Z to A" },
];

type Props = { path: string; query: ListQuery; searches: string; filters: Filter[] };

/** Search, filters and order of a list: a plain form, so that an address holds all that was asked for. */
export function ListFilters({ path, query, searches, filters }: Props) {
  return (
    <search aria-label="In this list">
      <form
        action={path}
        className="flex flex-wrap items-end gap-x-3 gap-y-4 rounded-xl border border-line bg-raised p-4"
      >
        <Field label={searches} className="min-w-56 flex-[3_1_16rem]">
          <TextInput type="search" name="q" defaultValue={query.q} maxLength={120} autoComplete="off" />
        </Field>
        {filters.map((filter) => (
          <Field key={filter.name} label={filter.label} className="min-w-36 flex-[1_1_9rem]">
            <Select name={filter.name} defaultValue={filter.value ?? ""}>
              <option value="">{filter.any}</option>
              {filter.options.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </Select>
          </Field>
        ))}
        <Field label="Order" className="min-w-36 flex-[1_1_11rem]">
          <Select name="sort" defaultValue={query.sort}>
            {SORT_OPTIONS.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
        <div className="flex gap-2">
          <Button type="submit">Show</Button>
          {isNarrowed(query) && (
            <ButtonLink variant="bare" href={path}>
              Clear
            </ButtonLink>
          )}
        </div>
      </form>
    </search>
  );
}
