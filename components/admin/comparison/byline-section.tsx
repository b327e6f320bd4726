"use client";

import { useFormContext } from "react-hook-form";
import { DateField } from "@/components/admin/editing/date-field";
import { TextField } from "@/components/admin/editing/fields";
import { Section } from "@/components/admin/editing/section";
import type { ComparisonForm } from "@/lib/comparisons/form";
import { LENGTH } from "@/lib/fields";

/** Who wrote it, and when it held. */
export function BylineSection() {
  const { register } = useFormContext<ComparisonForm>();
  return (
    <Section title="Byline and dates">
      <TextField label="Author" field={register("author")} longest={LENGTH.name} />
      <div className="grid gap-5 sm:grid-cols-2">
        <DateField
          label="Published on"
          hint="Left empty, the day of its first publication."
          name="publishedAt"
        />
        <DateField label="Last verified on" hint="When somebody last checked all of it." name="verifiedAt" />
      </div>
    </Section>
  );
}
