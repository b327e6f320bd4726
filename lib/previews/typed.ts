import type { z } from "zod";
import { moment, slug, tidy, webAddress } from "../fields";
import { numberOf } from "../form-fields";
import type { Source } from "../verdict/types";

// What can be made of a field while it is being typed. Nothing here refuses: what would not be published is left out.

/** Stands where a text must be and is not written yet. */
export const TO_BE_WRITTEN = "…";

/** The text as it would be stored; undefined where nothing is. */
export function typedText(text: string): string | undefined {
  return tidy(text) || undefined;
}

export const typedSlug = (text: string) => typed(slug, text);
export const typedAddress = (text: string) => typed(webAddress, text);
/** A date or a moment, ISO. */
export const typedMoment = (text: string) => typed(moment, text);

function typed(field: z.ZodType<string, string>, text: string): string | undefined {
  const result = field.safeParse(text);
  return result.success ? result.data : undefined;
}

export function typedNumber(text: string, lowest: number, highest: number): number | undefined {
  const value = numberOf(text);
  return typeof value === "number" && value >= lowest && value <= highest ? value : undefined;
}

export function typedChoice<const T extends string>(values: readonly T[], text: string): T | undefined {
  return values.find((value) => value === text.trim());
}

/** Only what can be linked to is a source. */
export function typedSource(title: string, url: string): Source | undefined {
  const [name, address] = [typedText(title), typedAddress(url)];
  return name && address ? { title: name, url: address } : undefined;
}
