import { z } from "zod";
import { ROLES } from "../auth/permissions";
import { emailSchema, LONGEST_TYPED } from "../auth/schema";
import { LENGTH, line, oneOf } from "../fields";

// What the forms about accounts may hold. The browser checks with the same schemas; messages are the rest of a
// sentence that the field's label begins.

const LONGEST_SECRET = 200;
const LARGEST_VERSION = 2_147_483_647;

const name = line(LENGTH.name);
const role = oneOf(ROLES);
const id = z.uuid("is not the id of an account").toLowerCase();
const version = z.int("is not a version").min(1).max(LARGEST_VERSION);

/** As typed: whether it can be a password is for `checkNewPassword` to say, whose list is too long for the browser. */
const password = z
  .string()
  .min(1, "is required")
  .max(LONGEST_TYPED, "is too long")
  .refine((text) => text.isWellFormed() && !/\p{Cc}/u.test(text), "holds a character that cannot be typed");

/** The secret part of a link. One that cannot be ours is a link that does not work, as any other wrong one. */
const token = z.string().max(LONGEST_SECRET, "is too long");

export const inviteSchema = z.strictObject({ name, email: emailSchema, role });
export const accountSchema = z.strictObject({ id });
export const accountVersionSchema = z.strictObject({ id, version });
export const changeRoleSchema = z.strictObject({ id, version, role });

export const bylineSchema = z.strictObject({ name });
export const changePasswordSchema = z.strictObject({ current: password, next: password });
export const changeAddressSchema = z.strictObject({ email: emailSchema, password });
export const sessionSchema = z.strictObject({ id: z.uuid("is not the id of a session").toLowerCase() });
export const endSessionsSchema = z.strictObject({ keepThis: z.boolean() });

export const setUpSchema = z.strictObject({ token, name, email: emailSchema, password });
export const acceptInviteSchema = z.strictObject({ token, name, password });
export const resetSchema = z.strictObject({ token, password });
export const forgotSchema = z.strictObject({ email: emailSchema });
