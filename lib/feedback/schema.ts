import { z } from "zod";
import { LENGTH, line, oneOf, optional, paragraphs } from "../fields";
import { ENTRY } from "./entry";
import { FEEDBACK_STATES } from "./states";

// What readers may send, and what editors may do with it. Messages are the rest of a sentence that the field's label
// begins.

/** Bounds in code points. */
export const FEEDBACK_LENGTH = { message: 5_000, builtWith: 600, reason: 300, note: 5_000, reply: 10_000 };

const LONGEST_ADDRESS = 254;

/**
 * One mailbox as people have them: ASCII, no quotes, no comments, no control characters, so that no part of it can be
 * read as a second address or as an address that looks like another.
 */
const mailbox = z
  .string()
  .trim()
  .max(LONGEST_ADDRESS, "is too long")
  .pipe(z.email("is not an e-mail address that we can write to"));

const hidden = (longest: number) => z.string().max(longest, "is not as the form had it");

/** Named as the form's fields. `wouldPick` is a slug of the pair or "neither"; `pair` is empty for the site as a whole. */
export const feedbackSchema = z.strictObject({
  wouldPick: z.string("is not chosen yet").min(1, "is not chosen yet").max(100, "is neither side"),
  message: paragraphs(FEEDBACK_LENGTH.message),
  builtWith: optional(paragraphs(FEEDBACK_LENGTH.builtWith)),
  name: optional(line(LENGTH.name)),
  email: optional(mailbox),
  [ENTRY.pair]: hidden(200),
  [ENTRY.key]: z.string().regex(/^[\w-]{1,100}$/, "is not as the form had it"),
  [ENTRY.stamp]: hidden(200),
  [ENTRY.trap]: z.string().max(10_000).default(""),
});

export type FeedbackInput = z.output<typeof feedbackSchema>;

const id = z.uuid("is not the id of a message").toLowerCase();
const version = z.int("is not a version").min(1).max(2_147_483_647);
const item = { id, version };

/** `revisionId`: the publication that changed the page, where one did. */
export const acceptSchema = z.strictObject({
  ...item,
  reason: line(FEEDBACK_LENGTH.reason),
  revisionId: z.uuid().nullable(),
});
export const declineSchema = z.strictObject({ ...item, reason: line(FEEDBACK_LENGTH.reason) });
/** The states that need nothing more said. */
export const moveSchema = z.strictObject({ ...item, state: oneOf(["new", "open", "answered", "spam"]) });
export const undoSchema = z.strictObject(item);
export const assignSchema = z.strictObject({ ...item, assigneeId: z.uuid().nullable() });
export const noteSchema = z.strictObject({ id, text: paragraphs(FEEDBACK_LENGTH.note) });
/** `key`: the same one twice is one reply. `close`: the message counts as answered with it. */
export const replySchema = z.strictObject({
  id,
  key: z.uuid().toLowerCase(),
  text: paragraphs(FEEDBACK_LENGTH.reply),
  close: z.boolean(),
});
export const blockSchema = z.strictObject({ id, what: oneOf(["network", "email"]) });
export const eraseSchema = z.strictObject({ id });
/** What the reader's own page sends: mail scanners follow links, and confirm nothing. */
export const eraseByReaderSchema = z.strictObject({
  token: z.string(),
  confirm: z.literal("yes", "is not confirmed yet"),
});

const choice = <T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values).optional().catch(undefined);

/** What a list's address may ask for; whatever cannot be meant is left out. `about`: a pair as in addresses. */
export const inboxQuerySchema = z.object({
  q: z
    .string()
    .transform((text) => text.normalize("NFC").trim())
    .refine((text) => text.length <= 200 && text.isWellFormed() && !/\p{Cc}/u.test(text))
    .catch(""),
  state: choice([...FEEDBACK_STATES, "waiting", "all"]),
  about: z.string().trim().max(200).catch(""),
  assignee: z
    .union([z.literal("me"), z.literal("nobody"), z.uuid()])
    .optional()
    .catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

export type InboxQuery = z.output<typeof inboxQuerySchema>;
