import type { z } from "zod";

/** zod's names for what a field must be, in words. */
const TYPES: Partial<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  array: "a list",
  object: "an object",
};

/** What is wrong with a field, to be read behind its name or path. The fields' own messages are words already. */
export function issueText(issue: z.core.$ZodIssue): string {
  if (issue.code !== "invalid_type" || !issue.message.startsWith("Invalid input")) return issue.message;
  // zod names what it received only in its text; "undefined" there means left out.
  const missing = issue.message.endsWith("received undefined");
  return missing ? "is required" : `is not ${TYPES[issue.expected] ?? issue.expected}`;
}
