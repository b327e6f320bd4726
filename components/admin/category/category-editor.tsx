"use client";

import { useFormContext } from "react-hook-form";
import { Editor } from "@/components/admin/editing/editor";
import type { EditorData } from "@/components/admin/editing/editor-data";
import { AreaField, TextField } from "@/components/admin/editing/fields";
import { Section } from "@/components/admin/editing/section";
import { useSlugThatFollows } from "@/components/admin/editing/use-slug-that-follows";
import type { CategoryForm } from "@/lib/categories/form";
import { LENGTH } from "@/lib/fields";

export function CategoryEditor(data: EditorData<"category">) {
  return <Editor {...data} type="category" titleOf={nameOf} fields={<CategoryFields />} />;
}

function nameOf({ name }: CategoryForm): string {
  return name;
}

function CategoryFields() {
  const { register } = useFormContext<CategoryForm>();
  const followName = useSlugThatFollows();
  return (
    <Section
      title="What belongs in it"
      hint="Technologies of one category are compared as doing the same job."
    >
      <TextField
        label="Name"
        hint="In the plural, as readers see it: “Databases”."
        field={register("name", { onChange: (event) => followName(event.target.value) })}
        longest={LENGTH.name}
      />
      <TextField
        label="Slug"
        hint="What import files call it: a-z, 0-9 and hyphens."
        field={register("slug")}
        longest={80}
      />
      <AreaField
        label="Description"
        hint="For editors: what goes in here, and what goes elsewhere."
        field={register("description")}
        longest={LENGTH.description}
        rows={4}
      />
    </Section>
  );
}
