"use client";

import { type ClipboardEvent, memo } from "react";
import { useFormContext } from "react-hook-form";
import { useReadOnly } from "@/components/admin/editing/editing-context";
import { AreaField, insertText } from "@/components/admin/editing/fields";
import type { RowProps } from "@/components/admin/editing/row-types";
import { Rows } from "@/components/admin/editing/rows";
import { Section } from "@/components/admin/editing/section";
import { LENGTH } from "@/lib/fields";
import { listWarnings } from "@/lib/verdict/warnings";
import { PointSource } from "./point-source";

const LISTS = [
  { name: "pros", title: "Pros", one: "pro" },
  { name: "cons", title: "Cons", one: "con" },
];

const BLANK = { text: "", sourceTitle: "", sourceUrl: "", checkedAt: "" };

export function Points() {
  return (
    <Section
      title="Pros and cons"
      hint="One point a line. Enter begins the next one; Alt with an arrow key moves it up or down."
    >
      <Rows lists={LISTS} blank={BLANK} naming="text" Fields={PointFields} />
    </Section>
  );
}

const PointFields = memo(function PointFields({ list, name, place, onKeyDown, tools, rowKey }: RowProps) {
  const { register } = useFormContext();
  const readOnly = useReadOnly();
  const isPro = list.name === "pros";
  return (
    <div className="relative">
      <span
        aria-hidden="true"
        className={`absolute top-[0.55rem] left-3 font-bold ${isPro ? "text-good" : "text-bad"}`}
      >
        {isPro ? "+" : "−"}
      </span>
      <AreaField
        label={`${isPro ? "Pro" : "Con"} ${place}`}
        hideLabel
        field={register(`${name}.text`)}
        longest={LENGTH.text}
        {...(isPro && { advise: adviseOnPro })}
        oneLine
        inset
        onKeyDown={onKeyDown}
        onPaste={(event) => {
          if (readOnly) return;
          const more = pasteFirstLine(event);
          if (more.length > 0)
            tools.add(
              list.name,
              rowKey,
              more.map((text) => ({ text })),
            );
        }}
      />
      <PointSource name={name} of={`${isPro ? "Pro" : "Con"} ${place}`} />
    </div>
  );
});

function adviseOnPro(text: string): string | undefined {
  return listWarnings({ pros: [{ text }] })[0]?.message;
}

/** Several lines are several points: the first goes where the caret is, and the others are given back. */
function pasteFirstLine(event: ClipboardEvent<HTMLTextAreaElement>): string[] {
  const [first, ...more] = event.clipboardData
    .getData("text/plain")
    .split(/[\r\n]+/)
    // Lists are often pasted with their marks.
    .map((line) => line.replace(/^\s*(?:[-*•+–]\s+|\d+[.)]\s+)/, "").trim())
    .filter((line) => line !== "");
  if (first === undefined || more.length === 0) return [];
  event.preventDefault();
  insertText(event.currentTarget, first);
  return more;
}
