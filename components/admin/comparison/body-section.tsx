"use client";

import { useFormContext, useWatch } from "react-hook-form";
import { useReadOnly } from "@/components/admin/editing/editing-context";
import { useFieldError } from "@/components/admin/editing/fields";
import { Section } from "@/components/admin/editing/section";
import { Field } from "@/components/ui/field";
import { MarkdownEditor } from "@/components/ui/markdown-editor";
import type { ComparisonForm } from "@/lib/comparisons/form";
import { LENGTH } from "@/lib/fields";

/** What would be a tag in HTML; an address in angle brackets is Markdown's own. */
const HTML_TAG = /<(?:\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?|!--[^<>]*)>/i;

/** The case in full, in Markdown. */
export function BodySection() {
  const { control, register } = useFormContext<ComparisonForm>();
  const error = useFieldError("body");
  const readOnly = useReadOnly();
  const hasHtml = useWatch({
    control,
    name: "body",
    exact: true,
    compute: (text: string) => HTML_TAG.test(text ?? ""),
  });
  return (
    <Section title="Body">
      <Field label="The case in full" hint="Markdown, as long as it takes." error={error}>
        <MarkdownEditor {...register("body")} readOnly={readOnly} maxLength={LENGTH.body * 4} />
      </Field>
      <div role="status">
        {hasHtml && (
          <p className="-mt-3 flex gap-1.5 text-sm text-soft">
            <span aria-hidden="true" className="text-ice">
              ◆
            </span>
            <span>Look again: there is HTML in the text, and readers see its signs as they are typed.</span>
          </p>
        )}
      </div>
    </Section>
  );
}
