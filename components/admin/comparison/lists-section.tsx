"use client";

import { useMemo } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { useReadOnly } from "@/components/admin/editing/editing-context";
import { AreaField, SelectField, TextField, useFieldError } from "@/components/admin/editing/fields";
import type { RowList, RowProps } from "@/components/admin/editing/row-types";
import { Rows } from "@/components/admin/editing/rows";
import { Section } from "@/components/admin/editing/section";
import { findTechnologies } from "@/components/admin/technology-lookup";
import { TechnologyPicker } from "@/components/admin/technology-picker";
import { LENGTH } from "@/lib/fields";
import { slugAsWords } from "@/lib/verdict/words";
import { useSides } from "./sides";

/** "Use X if …", for both sides; a sentence can change sides. */
export function UseIfSection() {
  const { left, right } = useSides();
  const lists = useMemo(
    (): RowList[] => [
      { name: "useLeftIf", title: `Use ${left} if`, one: "condition" },
      { name: "useRightIf", title: `Use ${right} if`, one: "condition" },
    ],
    [left, right],
  );
  return (
    <Section title="When to use which" hint="A sentence each, to stand below “Use … if”.">
      <Rows lists={lists} blank={BLANK_LINE} naming="text" Fields={LineFields} />
    </Section>
  );
}

const BLANK_LINE = { text: "" };

function LineFields({ list, name, place, onKeyDown }: RowProps) {
  const { register } = useFormContext();
  return (
    <AreaField
      label={`${list.title}, ${place}`}
      hideLabel
      field={register(`${name}.text`)}
      longest={LENGTH.text}
      oneLine
      onKeyDown={onKeyDown}
    />
  );
}

/** The table of criteria: what each side has to say to each, and who is ahead. */
export function CriteriaSection() {
  return (
    <Section title="Quick comparison" hint="A table: a row for each criterion.">
      <Rows lists={CRITERIA} blank={BLANK_CRITERION} naming="name" Fields={CriterionFields} />
    </Section>
  );
}

const CRITERIA: RowList[] = [{ name: "criteria", title: "Criteria", one: "criterion" }];
const BLANK_CRITERION = { name: "", left: "", right: "", edge: "" };

function CriterionFields({ name, onKeyDown }: RowProps) {
  const { register } = useFormContext();
  const { left, right } = useSides();
  return (
    <div className="@container rounded-lg border border-line p-3">
      <div className="grid gap-3 @lg:grid-cols-[minmax(0,1fr)_10rem]">
        <TextField label="Criterion" field={register(`${name}.name`)} longest={LENGTH.text} />
        <SelectField label="Edge" field={register(`${name}.edge`)}>
          <option value="">Choose…</option>
          <option value="left">{left}</option>
          <option value="right">{right}</option>
          <option value="even">Even</option>
        </SelectField>
      </div>
      <div className="mt-3 grid gap-3 @lg:grid-cols-2">
        <AreaField label={left} field={register(`${name}.left`)} longest={LENGTH.text} oneLine />
        <AreaField
          label={right}
          field={register(`${name}.right`)}
          longest={LENGTH.text}
          oneLine
          onKeyDown={onKeyDown}
        />
      </div>
    </div>
  );
}

/** Other technologies for the same need, on file or not. */
export function AlsoConsiderSection() {
  return (
    <Section title="Also consider">
      <Rows lists={ALSO} blank={BLANK_ALSO} naming="name" Fields={AlsoFields} />
    </Section>
  );
}

const ALSO: RowList[] = [{ name: "alsoConsider", title: "Others to consider", one: "technology" }];
const BLANK_ALSO = { slug: "", name: "", why: "" };

function AlsoFields({ name, onKeyDown }: RowProps) {
  const { register } = useFormContext();
  return (
    <div className="@container space-y-3 rounded-lg border border-line p-3">
      <div className="grid gap-3 @lg:grid-cols-2">
        <SlugField name={name} />
        <TextField label="Name" field={register(`${name}.name`)} longest={LENGTH.name} />
      </div>
      <AreaField
        label="Why"
        field={register(`${name}.why`)}
        longest={LENGTH.text}
        oneLine
        onKeyDown={onKeyDown}
      />
    </div>
  );
}

/** The page to link to, if there is one; its name is filled in where none is typed yet. */
function SlugField({ name }: { name: string }) {
  const { control, getValues, setValue, clearErrors } = useFormContext();
  const field = `${name}.slug`;
  const slug: string = useWatch({ control, name: field, exact: true });
  const error = useFieldError(field);
  const readOnly = useReadOnly();
  const isNameless = () => String(getValues(`${name}.name`)).trim() === "";
  const take = async (chosen: string) => {
    setValue(field, chosen, { shouldDirty: true });
    clearErrors(field);
    if (chosen === "" || !isNameless()) return;
    const found = (await findTechnologies(chosen)).find((one) => one.slug === chosen);
    if (isNameless()) setValue(`${name}.name`, found?.name ?? slugAsWords(chosen), { shouldDirty: true });
  };
  return (
    <TechnologyPicker
      label="Page to link to"
      value={slug ?? ""}
      onChange={(chosen) => void take(chosen)}
      error={error}
      disabled={readOnly}
      name={field}
    />
  );
}

/** Questions that readers ask, with their answers. */
export function QuestionsSection() {
  return (
    <Section title="Questions and answers">
      <Rows lists={QUESTIONS} blank={BLANK_QUESTION} naming="question" Fields={QuestionFields} />
    </Section>
  );
}

const QUESTIONS: RowList[] = [{ name: "faq", title: "Questions", one: "question" }];
const BLANK_QUESTION = { question: "", answer: "" };

function QuestionFields({ name }: RowProps) {
  const { register } = useFormContext();
  return (
    <div className="space-y-3 rounded-lg border border-line p-3">
      <AreaField label="Question" field={register(`${name}.question`)} longest={LENGTH.text} oneLine />
      <AreaField label="Answer" field={register(`${name}.answer`)} longest={LENGTH.answer} rows={3} />
    </div>
  );
}

/** Where all this can be looked up. */
export function SourcesSection() {
  return (
    <Section title="Sources">
      <Rows lists={SOURCES} blank={BLANK_SOURCE} naming="title" Fields={SourceFields} />
    </Section>
  );
}

const SOURCES: RowList[] = [{ name: "sources", title: "Sources", one: "source" }];
const BLANK_SOURCE = { title: "", url: "" };

function SourceFields({ name }: RowProps) {
  const { register } = useFormContext();
  return (
    <div className="@container">
      <div className="grid gap-3 @lg:grid-cols-2">
        <TextField label="Title" field={register(`${name}.title`)} longest={LENGTH.text} />
        <TextField label="Address" type="url" field={register(`${name}.url`)} longest={LENGTH.url} />
      </div>
    </div>
  );
}
