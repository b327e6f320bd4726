import type { Form, ItemState } from "../drafts/types";

/** What a preview of an item shows: its draft, else what is on the site; null when there is neither. */
export function shownForm<F extends Form>({ draft, live }: ItemState<F>): F | null {
  return draft?.form ?? (live?.state === "live" ? live.form : null);
}
