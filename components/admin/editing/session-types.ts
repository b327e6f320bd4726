import type { Sent } from "@/components/forms/send";
import type { OpenClash } from "@/lib/drafts/sync";
import type { FormOf, ItemState, ItemType, LiveItem } from "@/lib/drafts/types";
import type { KeptCopies } from "./kept-copies";

/** Whether what was typed is safe. `at` is ISO; null when nothing was ever saved. */
export type SaveStatus =
  | { kind: "saved"; at: string | null }
  | { kind: "typing" | "saving" }
  /** Tried again by itself, sooner or later. */
  | { kind: "offline" | "failing" | "signed-out" }
  /** Not tried again before something changes. */
  | { kind: "refused"; message: string };

export type Snapshot<T extends ItemType> = {
  status: SaveStatus;
  /** Whether this browser keeps a copy of what is not saved. */
  kept: boolean;
  /** What is being done with the item as a whole. */
  busy: "publish" | "discard" | "unpublish" | "undo" | null;
  clashes: OpenClash[];
  /** Names of those who have the item open elsewhere. */
  others: string[];
  live: LiveItem<FormOf[T]> | null;
  hasDraft: boolean;
  canUndoRestore: boolean;
};

/** Something that happened without the editor's doing, or that came of what they did. */
export type News = { text: string; tone?: "good" | "bad"; undo?: () => void };

export type Outcome = { kind: "done" } | { kind: "failed"; message: string };

export type PublishOutcome =
  | { kind: "published"; path: string | null }
  | { kind: "clashes" }
  /** By the names of the fields on the page. */
  | { kind: "invalid"; fields: Record<string, string>; message: string }
  /** Somebody was faster; what they did is in the form now. */
  | { kind: "merged" }
  | { kind: "failed"; message: string };

/** The fields on the page: what stands in them, and what shall. */
export type Fields<T extends ItemType> = {
  read: () => FormOf[T];
  write: (values: FormOf[T]) => void;
};

/** What a session has of the world. */
export type SessionParts<T extends ItemType> = {
  type: T;
  item: ItemState<FormOf[T]>;
  /** What a new item begins with. */
  initial?: FormOf[T] | undefined;
  /** Of the open page, for presence. */
  tab: string;
  /** The editor's name: what another page of theirs saved is told as theirs. */
  name: string;
  mayWrite: boolean;
  send: <V>(path: string, body: object, options?: { keepalive?: boolean }) => Promise<Sent<V>>;
  copies: KeptCopies<T>;
  onNews: (news: News) => void;
  /** The item has come to be on the server, or is there no more. */
  onPlace: (isOnServer: boolean) => void;
};
