"use client";

import { memo, type ReactNode } from "react";
import { useFormContext } from "react-hook-form";
import { DateField } from "@/components/admin/editing/date-field";
import { AreaField, SelectField, TextField } from "@/components/admin/editing/fields";
import type { RowProps } from "@/components/admin/editing/row-types";
import { Rows } from "@/components/admin/editing/rows";
import { Section } from "@/components/admin/editing/section";
import { TextChips } from "@/components/admin/editing/text-chips";
import type { KeyedForm } from "@/lib/drafts/keyed-form";
import { LENGTH } from "@/lib/fields";
import type { TechnologyForm } from "@/lib/technologies/form";
import { RINGS } from "@/lib/technologies/schema";
import { RING_NAMES } from "@/lib/verdict/basis";
import { RelatedChips } from "./related-chips";

type Fields = KeyedForm<TechnologyForm>;

export function Rating() {
  const { register } = useFormContext<Fields>();
  return (
    <Section title="Rating" hint="Our standing opinion. Where two sides differ in it, it makes the pick.">
      <SelectField label="Ring" field={register("ring")} className="max-w-xs">
        <option value="">Not rated</option>
        {RINGS.map((ring) => (
          <option key={ring} value={ring}>
            {RING_NAMES[ring]}
          </option>
        ))}
      </SelectField>
    </Section>
  );
}

export function Popularity() {
  const { register } = useFormContext<Fields>();
  return (
    <Section
      title="Popularity"
      hint="A measured figure, with where and when it was read. All of it, or none."
    >
      <Pair>
        <TextField
          label="Figure"
          field={register("popularityValue")}
          inputMode="numeric"
          placeholder="4200000"
        />
        <TextField
          label="Unit"
          field={register("popularityUnit")}
          longest={LENGTH.name}
          placeholder="npm downloads a month"
        />
        <TextField
          label="Source of the figure"
          field={register("popularitySourceTitle")}
          longest={LENGTH.text}
        />
        <TextField
          label="Address of the source"
          type="url"
          field={register("popularitySourceUrl")}
          longest={LENGTH.url}
        />
        <DateField label="Read on" name="popularityAsOf" />
      </Pair>
    </Section>
  );
}

export function LinksAndFacts() {
  const { register } = useFormContext<Fields>();
  return (
    <Section title="Links and facts">
      <Pair>
        <TextField label="Website" type="url" field={register("website")} longest={LENGTH.url} />
        <TextField label="Repository" type="url" field={register("repository")} longest={LENGTH.url} />
        <TextField label="Documentation" type="url" field={register("docs")} longest={LENGTH.url} />
        <TextField label="License" field={register("license")} longest={LENGTH.name} />
        <TextField
          label="First released"
          hint="A year"
          field={register("firstReleased")}
          inputMode="numeric"
        />
        <TextField label="Logo" hint="Its slug at simpleicons.org" field={register("logo")} />
      </Pair>
    </Section>
  );
}

export function Neighbours() {
  return (
    <Section title="Names and neighbours">
      <RelatedChips />
      <TextChips
        name="aliases"
        legend="Also known as"
        one="name"
        hint="Other names and abbreviations that readers search for."
      />
    </Section>
  );
}

const RESOURCE_LISTS = [{ name: "resources", title: "Resources", one: "resource" }];
const BLANK_RESOURCE = { title: "", url: "" };

export function Resources() {
  return (
    <Section title="Where to learn it">
      <Rows lists={RESOURCE_LISTS} blank={BLANK_RESOURCE} naming="title" Fields={ResourceFields} />
    </Section>
  );
}

const ResourceFields = memo(function ResourceFields({ name, place, onKeyDown }: RowProps) {
  const { register } = useFormContext();
  return (
    <div className="grid gap-3 pb-2 sm:grid-cols-2">
      <AreaField
        label={`Title of resource ${place}`}
        hideLabel
        placeholder="Title"
        field={register(`${name}.title`)}
        longest={LENGTH.text}
        oneLine
        onKeyDown={onKeyDown}
      />
      <TextField
        label={`Address of resource ${place}`}
        hideLabel
        placeholder="https://…"
        type="url"
        field={register(`${name}.url`)}
        longest={LENGTH.url}
      />
    </div>
  );
});

function Pair({ children }: { children: ReactNode }) {
  return <div className="grid gap-5 sm:grid-cols-2">{children}</div>;
}
