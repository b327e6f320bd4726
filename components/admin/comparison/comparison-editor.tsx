"use client";

import { useCallback, useMemo } from "react";
import { Editor } from "@/components/admin/editing/editor";
import type { EditorData } from "@/components/admin/editing/editor-data";
import { useTypedForm } from "@/components/admin/editing/use-typed-form";
import { LivePreview } from "@/components/admin/live-preview";
import type { ComparisonForm } from "@/lib/comparisons/form";
import type { Named } from "@/lib/verdict/types";
import { slugAsWords } from "@/lib/verdict/words";
import { BodySection } from "./body-section";
import { BylineSection } from "./byline-section";
import {
  AlsoConsiderSection,
  CriteriaSection,
  QuestionsSection,
  SourcesSection,
  UseIfSection,
} from "./lists-section";
import { SidesProvider } from "./sides";
import { OpeningSection, VerdictSection } from "./verdict-section";

type Props = EditorData<"comparison"> & {
  sides: { left: Named; right: Named };
  /** What a comparison of two begins with. */
  initial?: ComparisonForm;
  categories: { slug: string; name: string }[];
  /** The address that pages ask to write to. */
  contact?: string | undefined;
};

export function ComparisonEditor({ sides, categories, contact, ...data }: Props) {
  const { left, right } = sides;
  const names = useMemo(() => ({ left: left.name, right: right.name }), [left.name, right.name]);
  const titleOf = useCallback(
    (form: ComparisonForm) => {
      const nameOf = (slug: string) =>
        [left, right].find((side) => side.slug === slug)?.name ?? slugAsWords(slug);
      return form.left || form.right ? `${nameOf(form.left)} vs ${nameOf(form.right)}` : "";
    },
    [left, right],
  );
  return (
    <SidesProvider value={names}>
      <Editor
        {...data}
        type="comparison"
        titleOf={titleOf}
        fields={
          <>
            <VerdictSection />
            <OpeningSection />
            <UseIfSection />
            <CriteriaSection />
            <BodySection />
            <AlsoConsiderSection />
            <QuestionsSection />
            <SourcesSection />
            <BylineSection />
          </>
        }
        preview={<Preview categories={categories} contact={contact} />}
      />
    </SidesProvider>
  );
}

function Preview({ categories, contact }: Pick<Props, "categories" | "contact">) {
  const form = useTypedForm<"comparison">();
  return <LivePreview type="comparison" form={form} categories={categories} {...(contact && { contact })} />;
}
