"use client";

import { useFormContext, useWatch } from "react-hook-form";
import { useLive } from "@/components/admin/editing/editing-context";
import { AreaField, SelectField, TextField } from "@/components/admin/editing/fields";
import { Section } from "@/components/admin/editing/section";
import { useSlugThatFollows } from "@/components/admin/editing/use-slug-that-follows";
import type { KeyedForm } from "@/lib/drafts/keyed-form";
import { LENGTH } from "@/lib/fields";
import type { TechnologyForm } from "@/lib/technologies/form";
import { KINDS } from "@/lib/technologies/schema";

type Fields = KeyedForm<TechnologyForm>;

export function WhatItIs({ categories }: { categories: { slug: string; name: string }[] }) {
  const { register } = useFormContext<Fields>();
  const followName = useSlugThatFollows();
  return (
    <Section title="What it is">
      <TextField
        label="Name"
        field={register("name", { onChange: (event) => followName(event.target.value) })}
        longest={LENGTH.name}
      />
      <TextField label="Slug" hint={<SlugHint />} field={register("slug")} longest={80} />
      <div className="grid gap-5 sm:grid-cols-2">
        <SelectField label="Kind" field={register("kind")}>
          <option value="">Choose a kind</option>
          {KINDS.map((kind) => (
            <option key={kind}>{kind}</option>
          ))}
        </SelectField>
        <CategoryField categories={categories} />
      </div>
      <AreaField
        label="Description"
        hint="What it is, for somebody who has never heard of it."
        field={register("description")}
        longest={LENGTH.description}
        rows={4}
      />
      <AreaField
        label="Lead"
        hint="Why somebody would choose it, in a sentence or two. It leads its side of every comparison."
        field={register("lead")}
        longest={LENGTH.text}
        rows={2}
        oneLine
      />
      <AreaField
        label="Tagline"
        hint="A few words under its name in lists."
        field={register("tagline")}
        longest={LENGTH.text}
        oneLine
      />
    </Section>
  );
}

/** One that is not among the site's categories any more stays chosen until another is. */
function CategoryField({ categories }: { categories: { slug: string; name: string }[] }) {
  const { register, control } = useFormContext<Fields>();
  const chosen = useWatch({ control, name: "category", exact: true });
  const isKnown = chosen === "" || categories.some(({ slug }) => slug === chosen);
  return (
    <SelectField label="Category" field={register("category")}>
      <option value="">Choose a category</option>
      {!isKnown && <option value={chosen}>{chosen} (not on the site)</option>}
      {categories.map(({ slug, name }) => (
        <option key={slug} value={slug}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}

function SlugHint() {
  const { control } = useFormContext<Fields>();
  const slug = useWatch({ control, name: "slug", exact: true }).trim();
  const live = useLive<TechnologyForm>();
  if (live && live.form.slug !== slug) {
    return `Once published, links to /technologies/${live.form.slug} lead on to the new address for ever.`;
  }
  return `Its address: /technologies/${slug || "…"}`;
}
