"use client";

import { useLive } from "@/components/admin/editing/editing-context";
import { Editor } from "@/components/admin/editing/editor";
import type { EditorData } from "@/components/admin/editing/editor-data";
import { useTypedForm } from "@/components/admin/editing/use-typed-form";
import { LivePreview } from "@/components/admin/live-preview";
import type { TechnologyForm } from "@/lib/technologies/form";
import { LinksAndFacts, Neighbours, Popularity, Rating, Resources } from "./on-file";
import { Points } from "./points";
import { TheCase } from "./the-case";
import { WhatItIs } from "./what-it-is";

type Props = EditorData<"technology"> & {
  /** What a new one begins with. */
  initial?: TechnologyForm;
  categories: { slug: string; name: string }[];
  /** The address that pages ask to write to. */
  contact?: string | undefined;
};

export function TechnologyEditor({ categories, contact, ...data }: Props) {
  return (
    <Editor
      {...data}
      type="technology"
      titleOf={nameOf}
      fields={
        <>
          <WhatItIs categories={categories} />
          <TheCase />
          <Points />
          <Rating />
          <Popularity />
          <LinksAndFacts />
          <Neighbours />
          <Resources />
        </>
      }
      preview={<Preview categories={categories} contact={contact} />}
    />
  );
}

function nameOf({ name }: TechnologyForm): string {
  return name;
}

function Preview({ categories, contact }: Pick<Props, "categories" | "contact">) {
  const form = useTypedForm<"technology">();
  const live = useLive<TechnologyForm>();
  return (
    <LivePreview
      type="technology"
      form={form}
      categories={categories}
      {...(contact && { contact })}
      {...(live && { liveSlug: live.form.slug })}
    />
  );
}
