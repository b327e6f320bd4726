import { Picker } from "@/components/comparison/picker";

/** Leads from the general form to the one of a comparison, which stands below each. */
export function ComparisonChoice() {
  return (
    <section aria-labelledby="choose" className="space-y-4 border-line border-t pt-10">
      <h2 id="choose" className="text-heading">
        Is it about a comparison?
      </h2>
      <p className="max-w-[60ch] text-soft">
        Every comparison has a form of its own below it. Name the two, and scroll to its end.
      </p>
      <Picker action="Go there" />
    </section>
  );
}
