"use client";

import { useFormContext, useWatch } from "react-hook-form";
import { AreaField } from "@/components/admin/editing/fields";
import { Section } from "@/components/admin/editing/section";
import type { KeyedForm } from "@/lib/drafts/keyed-form";
import { LENGTH } from "@/lib/fields";
import type { TechnologyForm } from "@/lib/technologies/form";
import { listWarnings } from "@/lib/verdict/warnings";

export function TheCase() {
  const { register } = useFormContext<KeyedForm<TechnologyForm>>();
  return (
    <Section title="The case" hint="When to choose it, as one sentence of every comparison with it.">
      <AreaField
        label="You want …"
        field={register("chooseFor")}
        longest={LENGTH.text}
        advise={(text) => listWarnings({ pros: [], chooseFor: text })[0]?.message}
        placeholder="a database with nothing to run"
        oneLine
      />
      <AreaField
        label="… and can live with …"
        field={register("tradeoff")}
        longest={LENGTH.text}
        advise={(text) => listWarnings({ pros: [], tradeoff: text })[0]?.message}
        placeholder="one writer at a time"
        oneLine
      />
      <Sentence />
    </Section>
  );
}

/** The sentence that the two fields complete. */
function Sentence() {
  const { control } = useFormContext<KeyedForm<TechnologyForm>>();
  const [name, chooseFor, tradeoff] = useWatch({ control, name: ["name", "chooseFor", "tradeoff"] });
  if (chooseFor.trim() === "") return null;
  return (
    <p className="border-ice border-l-4 pl-4">
      <span className="font-semibold">Use {name.trim() || "it"} if:</span> You want {chooseFor.trim()}
      {tradeoff.trim() !== "" && <> and can live with {tradeoff.trim()}</>}.
    </p>
  );
}
