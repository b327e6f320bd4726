"use client";

import { useFormContext } from "react-hook-form";
import { AreaField, TextField } from "@/components/admin/editing/fields";
import { Section } from "@/components/admin/editing/section";
import type { ComparisonForm } from "@/lib/comparisons/form";
import { LENGTH } from "@/lib/fields";
import { OutcomeField } from "./outcome-field";
import { useSides } from "./sides";

/** What came of it, and why. */
export function VerdictSection() {
  const { register } = useFormContext<ComparisonForm>();
  return (
    <Section title="Verdict">
      <OutcomeField />
      <AreaField
        label="Reason"
        hint="Stands in the pick block, right below the pick. Without it, the pick’s own lead does."
        field={register("reason")}
        longest={LENGTH.text}
        oneLine
        rows={2}
      />
      <AreaField
        label="Bottom line"
        hint="The last words of the page."
        field={register("bottomLine")}
        longest={LENGTH.text}
        oneLine
        rows={2}
      />
    </Section>
  );
}

/** What the page begins with. */
export function OpeningSection() {
  const { register } = useFormContext<ComparisonForm>();
  const { left, right } = useSides();
  return (
    <Section title="Opening">
      <AreaField
        label="Standfirst"
        hint="One or two sentences below the title."
        field={register("standfirst")}
        longest={LENGTH.text}
        oneLine
        rows={2}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          label={`${left} in the title`}
          hint="An epithet: “the safe choice”. Both sides or neither."
          field={register("epithetLeft")}
          longest={LENGTH.text}
        />
        <TextField
          label={`${right} in the title`}
          hint="And what it is up against: “the fast one”."
          field={register("epithetRight")}
          longest={LENGTH.text}
        />
      </div>
      <AreaField
        label="Short answer"
        hint="For readers who stop here. Also shown on the front page."
        field={register("shortAnswer")}
        longest={LENGTH.text}
        oneLine
        rows={2}
      />
    </Section>
  );
}
