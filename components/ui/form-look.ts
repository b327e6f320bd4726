// How the forms of readers' pages look; the editors' are components/ui/field.tsx and button.tsx.

/** The one button of a form. */
export const SUBMIT =
  "min-h-12 cursor-pointer rounded-control bg-ink px-6 py-2.5 font-semibold text-paper hover:bg-ice";

/** What is typed into, or chosen from. */
export const TYPED = "rounded-control border border-soft bg-raised px-3";
