import { pairSegment, parsePair } from "../pair/pair";
import type { InboxQuery } from "./schema";

export const INBOX_PATH = "/admin/feedback";

/** What the inbox shows unasked. */
export const FIRST_STATE = "waiting";

/** What is asked of the inbox with nothing left open. */
export type InboxAsked = InboxQuery & { state: NonNullable<InboxQuery["state"]> };

/** The address of the inbox as asked for, but for what `change` asks differently; the first page unless it names one. */
export function inboxAddress(asked: InboxAsked, change: Partial<InboxAsked> = {}): string {
  const { state, page, ...narrowing } = { ...asked, page: 1, ...change };
  const parameters = narrowingOf(narrowing);
  if (state !== FIRST_STATE) parameters.set("state", state);
  if (page > 1) parameters.set("page", String(page));
  return parameters.size === 0 ? INBOX_PATH : `${INBOX_PATH}?${parameters}`;
}

/** All pages of what is asked for, as CSV. */
export function exportAddress({ state, page: _page, ...narrowing }: InboxAsked): string {
  const parameters = narrowingOf(narrowing);
  parameters.set("state", state);
  return `${INBOX_PATH}/export?${parameters}`;
}

export function isNarrowed({ q, about, assignee }: InboxAsked): boolean {
  return q !== "" || about !== "" || assignee !== undefined;
}

/** The pair that a text means, as in addresses: "a-vs-b", or two names with "vs" between them. Null for no pair. */
export function readAbout(text: string): string | null {
  const sides = text
    .trim()
    .toLowerCase()
    .split(/\s+vs\.?\s+/)
    .map((side) => side.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, ""));
  const pair = parsePair(sides.join("-vs-"));
  return pair && pairSegment(pair);
}

function narrowingOf({ q, about, assignee }: Pick<InboxAsked, "q" | "about" | "assignee">): URLSearchParams {
  const asked = Object.entries({ q, about, assignee: assignee ?? "" }).filter(([, value]) => value !== "");
  return new URLSearchParams(asked);
}
