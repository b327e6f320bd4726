/**
 * How proxy.ts hands a form that was refused to the page that shows it again: the front drops this header from what
 * comes from outside.
 */
export const REFUSED_HEADER = "x-refused-form";

/** What was typed, by field, and what is wrong, by field; `message` is what no field stands for. */
export type RefusedForm = {
  values: Record<string, string>;
  errors: Record<string, string>;
  message: string;
};

export function writeRefused(form: RefusedForm): string {
  return encodeURIComponent(JSON.stringify(form));
}

/** Null where no form was refused. */
export function readRefused(header: string | null): RefusedForm | null {
  return header === null ? null : (JSON.parse(decodeURIComponent(header)) as RefusedForm);
}
