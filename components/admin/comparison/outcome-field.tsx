"use client";

import { type ReactNode, useId } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { useReadOnly } from "@/components/admin/editing/editing-context";
import { useFieldError } from "@/components/admin/editing/fields";
import type { ComparisonForm } from "@/lib/comparisons/form";
import { useSides } from "./sides";

type Choice = {
  value: string;
  label: ReactNode;
  hint: string;
  outcome: ComparisonForm["outcome"];
  pick: ComparisonForm["pick"];
};

/** The outcome and, where there is one, the pick: one choice of four, made of two fields. */
export function OutcomeField() {
  const { control, setValue, clearErrors } = useFormContext<ComparisonForm>();
  const [outcome, pick] = useWatch({ control, name: ["outcome", "pick"] });
  const errors = [useFieldError("outcome"), useFieldError("pick")];
  const error = errors.find((one) => one !== undefined);
  const readOnly = useReadOnly();
  const sides = useSides();
  const id = useId();
  const chosen = outcome === "pick" ? pick : outcome;
  const choices: Choice[] = [
    ...(["left", "right"] as const).map((side) => ({
      value: side,
      label: sides[side],
      hint: "is the Nice Pick",
      outcome: "pick" as const,
      pick: side,
    })),
    {
      value: "too-close",
      label: "Too close to call",
      hint: "same job, neither is better",
      outcome: "too-close",
      pick: "",
    },
    {
      value: "different-jobs",
      label: "Different jobs",
      hint: "nothing to choose between",
      outcome: "different-jobs",
      pick: "",
    },
  ];
  const choose = (choice: Choice) => {
    setValue("outcome", choice.outcome, { shouldDirty: true });
    setValue("pick", choice.pick, { shouldDirty: true });
    clearErrors(["outcome", "pick"]);
  };
  return (
    <fieldset className="min-w-0" aria-describedby={`${id}-said`}>
      <legend className="mb-1.5 font-medium text-[0.95rem]">Outcome</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {choices.map((choice) => (
          <label
            key={choice.value}
            className="flex min-w-0 cursor-pointer gap-3 rounded-xl border border-line bg-raised px-4 py-3 hover:border-ice-line has-checked:border-ice has-checked:bg-ice-wash has-disabled:cursor-not-allowed has-focus-visible:outline-2 has-focus-visible:outline-ice has-focus-visible:outline-offset-2"
          >
            <input
              type="radio"
              name="outcome"
              value={choice.value}
              checked={chosen === choice.value}
              disabled={readOnly}
              onChange={() => choose(choice)}
              data-invalid={error ? true : undefined}
              className="mt-0.5 size-5 shrink-0 accent-ice outline-none"
            />
            <span className="min-w-0">
              <span className="block font-semibold leading-snug">{choice.label}</span>{" "}
              <span className="block text-sm text-soft">{choice.hint}</span>
            </span>
          </label>
        ))}
      </div>
      <div id={`${id}-said`} aria-live="polite">
        {error ? (
          <p className="mt-1.5 flex gap-1.5 text-bad text-sm">
            <span aria-hidden="true">▲</span> <span>The outcome {error}</span>
          </p>
        ) : (
          chosen === "" && (
            <p className="mt-1.5 text-sm text-soft">
              Nothing is chosen yet. Until it is, the preview shows what follows from our ratings.
            </p>
          )
        )}
      </div>
    </fieldset>
  );
}
