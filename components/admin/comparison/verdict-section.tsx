"use client";

import { useFormContext, useWatch } from "react-hook-form";
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
      <div>
        <AreaField
          label="Reason"
          hint="Stands in the pick block, right below the pick. Without it, the pick’s own lead does."
          field={register("reason")}
          longest={LENGTH.text}
          oneLine
          rows={2}
        />
        <AdviceOnThePick field="reason" />
      </div>
      <div>
        <AreaField
          label="Bottom line"
          hint="The last words of the page."
          field={register("bottomLine")}
          longest={LENGTH.text}
          oneLine
          rows={2}
        />
        <AdviceOnThePick field="bottomLine" />
      </div>
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
          hint="Such as “the safe choice”."
          field={register("epithetLeft")}
          longest={LENGTH.text}
        />
        <TextField
          label={`${right} in the title`}
          hint="Such as “the fast one”."
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

/** A pick that flips leaves behind what was said for the other one. */
function AdviceOnThePick({ field }: { field: "reason" | "bottomLine" }) {
  const { control } = useFormContext<ComparisonForm>();
  const [text, pick] = useWatch({ control, name: [field, "pick"] });
  const sides = useSides();
  const [picked, other] = pick === "left" ? [sides.left, sides.right] : [sides.right, sides.left];
  const isOld = pick !== "" && text.includes(other) && !text.includes(picked);
  return (
    <div role="status">
      {isOld && (
        <p className="mt-1.5 flex gap-1.5 text-sm text-soft">
          <span aria-hidden="true" className="text-ice">
            ◆
          </span>
          <span>
            Look again: this speaks of {other} alone, and {picked} is the pick.
          </span>
        </p>
      )}
    </div>
  );
}
