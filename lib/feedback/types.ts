import type { VerdictChange } from "../changes/types";
import type { FeedbackState, Suspicion } from "./states";

// What pages are given to show. Dates are ISO strings.

export type Side = { slug: string; name: string };

/** What a message is about; null: the site as a whole. `path` is its page; null while a side is not on the site. */
export type About = { left: Side; right: Side; path: string | null } | null;

/** `wouldPick`: a side's name; null is neither. */
export type InboxEntry = {
  id: string;
  number: number;
  state: FeedbackState;
  about: About;
  wouldPick: string | null;
  /** The message's beginning, on one line; null once it is erased. */
  excerpt: string | null;
  name: string | null;
  hasEmail: boolean;
  assignee: string | null;
  suspicions: Suspicion[];
  receivedAt: string;
};

export type InboxPage = { entries: InboxEntry[]; total: number; page: number; pages: number };

/** Who would pick what, spam left out; the sides are those of the pair asked for. */
export type PickCounts = { left: Side & { count: number }; right: Side & { count: number }; neither: number };

export type FeedbackMail = {
  id: string;
  kind: "feedback" | "digest" | "acknowledgement" | "reply" | "outcome" | "test";
  state: "queued" | "sent" | "failed" | "unsent";
  createdAt: string;
  sentAt: string | null;
  nextTryAt: string | null;
  attempts: number;
  error: string | null;
};

export type FeedbackEvent = {
  id: string;
  at: string;
  by: string;
} & (
  | { kind: "state"; from: FeedbackState; to: FeedbackState; reason: string | null }
  | { kind: "assignment"; to: string | null }
  | { kind: "note"; text: string | null }
  | { kind: "reply"; text: string | null; mail: FeedbackMail | null }
  | { kind: "block"; what: "network" | "email"; blocked: boolean }
  | { kind: "erasure"; what: "names" | "all" }
);

/** A publication that may have been the answer. */
export type RevisionChoice = {
  id: string;
  item: string;
  number: number;
  by: string;
  at: string;
  reason: string | null;
};

export type FeedbackItem = Omit<InboxEntry, "excerpt" | "hasEmail"> & {
  version: number;
  message: string | null;
  builtWith: string | null;
  email: string | null;
  outcomeReason: string | null;
  revision: RevisionChoice | null;
  assigneeId: string | null;
  closedAt: string | null;
  namesErasedAt: string | null;
  erasedAt: string | null;
  /** Whether the network, or the e-mail address, that it came from is blocked; null where it is not known (any more). */
  blocked: { network: boolean | null; email: boolean | null };
  /** The state that an undo goes back to; null where nothing was done yet. */
  undoTo: FeedbackState | null;
  statusPath: string;
  events: FeedbackEvent[];
  mails: FeedbackMail[];
};

/** What the reader who wrote sees at the private link. */
export type FeedbackStatus = {
  about: About;
  state: FeedbackState;
  wouldPick: string | null;
  message: string | null;
  hasName: boolean;
  hasEmail: boolean;
  outcomeReason: string | null;
  /** When the page was changed because of it. */
  changedAt: string | null;
  receivedAt: string;
  closedAt: string | null;
  erasedAt: string | null;
};

/**
 * What a comparison's page says of its readers, and how its verdict has changed, newest first. `agrees` and `disagrees`
 * are about its present verdict.
 */
export type ReadersSay = {
  changedAt: string | null;
  agrees: number;
  disagrees: number;
  history: VerdictChange[];
};
