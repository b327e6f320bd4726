import { Combobox } from "@/components/ui/combobox";
import { SUBMIT } from "@/components/ui/form-look";

type Side = { value?: string; error?: string };

/** Two inputs that lead to a comparison; a plain form, with suggestions where there is JavaScript. */
export function Picker({ left = {}, right = {}, action }: { left?: Side; right?: Side; action: string }) {
  return (
    <form action="/compare" className="grid items-start gap-3 md:grid-cols-[1fr_auto_1fr_auto] md:gap-4">
      <Combobox
        name="left"
        label="This"
        defaultValue={left.value ?? ""}
        optionsUrl="/api/suggest"
        {...(left.error && { error: left.error })}
      />
      <span aria-hidden="true" className="hidden pt-9 text-soft md:block">
        or
      </span>
      <Combobox
        name="right"
        label="Or that"
        defaultValue={right.value ?? ""}
        optionsUrl="/api/suggest"
        {...(right.error && { error: right.error })}
      />
      <button type="submit" className={`${SUBMIT} mt-1 md:mt-[1.5rem]`}>
        {action}
      </button>
    </form>
  );
}
