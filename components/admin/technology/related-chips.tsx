"use client";

import { useFormContext, useWatch } from "react-hook-form";
import { Chips } from "@/components/admin/editing/chips";
import { useTechnologies } from "@/components/admin/technology-lookup";
import { TechnologyPicker } from "@/components/admin/technology-picker";
import type { KeyedForm } from "@/lib/drafts/keyed-form";
import type { TechnologyForm } from "@/lib/technologies/form";

/** Technologies by slug, on file or not. */
export function RelatedChips() {
  const { control } = useFormContext<KeyedForm<TechnologyForm>>();
  const slugs = useWatch({ control, name: "related", exact: true });
  const found = useTechnologies(slugs);
  return (
    <Chips
      name="related"
      legend="Related"
      hint="Technologies to read on with. One that is not on file yet is named by its slug."
      show={(slug) => {
        const choice = found.get(slug);
        if (choice === undefined) return slug;
        if (choice === null) return <NotYet name={slug} why="not on file yet" />;
        return choice.status === "draft" ? <NotYet name={choice.name} why="a draft" /> : choice.name;
      }}
    >
      {({ add, error }) => (
        <TechnologyPicker
          label="Another related technology"
          value=""
          error={error}
          onChange={(slug) => add([slug])}
        />
      )}
    </Chips>
  );
}

function NotYet({ name, why }: { name: string; why: string }) {
  return (
    <>
      {name} <span className="text-soft text-sm">({why})</span>
    </>
  );
}
