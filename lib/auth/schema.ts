import { z } from "zod";

/** Longer than any password, whichever way its characters are written. */
export const LONGEST_TYPED = 1_024;

/** An e-mail address as accounts are found by it: in lower case. */
export const emailSchema = z
  .string()
  .max(LONGEST_TYPED, "is too long")
  .trim()
  .min(1, "is required")
  .toLowerCase()
  .pipe(z.email("is not an e-mail address").max(254, "is too long"));

export const signInSchema = z.object({
  email: emailSchema,
  password: z
    .string()
    .min(1, "is required")
    .max(LONGEST_TYPED, "is too long")
    .refine((text) => text.isWellFormed(), "holds a character that is none"),
});

export type SignInInput = z.input<typeof signInSchema>;
