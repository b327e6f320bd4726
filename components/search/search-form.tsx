import { SUBMIT } from "@/components/ui/form-look";

/** The search field of a page of its own; works without a script. */
export function SearchForm({ text }: { text: string }) {
  return (
    <search>
      <form action="/search" className="flex flex-wrap gap-3">
        <label htmlFor="q" className="sr-only">
          Search technologies and comparisons
        </label>
        <input
          id="q"
          name="q"
          type="search"
          defaultValue={text}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          placeholder="PostgreSQL, k8s, React or Vue …"
          className="min-w-0 flex-[1_1_16rem] rounded-lg border border-soft bg-raised px-4 py-3 text-lg"
        />
        <button type="submit" className={SUBMIT}>
          Search
        </button>
      </form>
    </search>
  );
}
