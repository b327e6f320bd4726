import { z } from "zod";

/** A place in a list by time, newest first: behind the entry of this time and id. */
export type Place = { at: Date; id: string };

/** The same as an address writes it. */
export const cursor = z
  .string()
  .regex(/^\d{1,13}_[0-9a-f-]{36}$/)
  .transform((text): Place => {
    const [at = "", id = ""] = text.split("_");
    return { at: new Date(Number(at)), id };
  })
  .refine(({ at, id }) => !Number.isNaN(at.getTime()) && z.uuid().safeParse(id).success);

/** `at` is ISO. */
export function cursorText({ at, id }: { at: string; id: string }): string {
  return `${Date.parse(at)}_${id}`;
}
