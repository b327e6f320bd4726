import type { Clash } from "./merge";
import type { FormOf, Head, ItemType } from "./types";

// What a browser knows of the work on one item.

/** A clash with the draft as somebody else saved it, or with the record as it went live. */
export type OpenClash = Clash & { from: "draft" | "live" };

/** What is sent to be saved: `rebasedOn` is the live version whose changes the form has taken in. */
export type Save<F> = { form: F; seen: Head; rebasedOn?: number };

export type SyncState<T extends ItemType = ItemType> = {
  itemId: string;
  type: T;
  /** What the editor sees. */
  values: FormOf[T];
  /** The last of `server` that the editor has taken in; behind it where a clash is open. */
  base: FormOf[T];
  /** What a reader of `head` gets: the draft, else the live record, else an empty form. */
  server: FormOf[T];
  head: Head;
  /** The live version that the server's draft knows of. */
  draftBase: number | null;
  /** The record below the draft; `base` is what of it is taken in, and behind `form` where a clash is open. */
  live: { version: number; form: FormOf[T]; base: FormOf[T] } | null;
  /** At most one of a path: a clash with the draft is settled before one with the record. */
  clashes: OpenClash[];
  inFlight: Save<FormOf[T]> | null;
  /** Forms of which nobody knows whether they reached the server; see `listUnsure`. */
  unsure: FormOf[T][];
  /** ISO; null before anything was saved. */
  savedAt: string | null;
  /** Whether a local copy had something that the server had not. */
  recovered: boolean;
};

/** What a browser keeps of the work on an item. */
export type LocalCopy<F> = {
  itemId: string;
  itemType: ItemType;
  base: F;
  values: F;
  head: Head;
  /** Forms that were sent, and may have arrived. */
  sent: F[];
  /** ISO. */
  savedAt: string;
};
