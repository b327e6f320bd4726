import { TooBusy } from "../../errors";
import { PRIMARY, type Source } from "../../replica";
import { inTurn } from "../../turns";
import type { Behind } from "../behind";
import { clock } from "../clock";
import type { Fault } from "../faults";
import { findPlace, isOfTyped } from "./address";
import { withDeadline } from "./deadline";
import { type Made, makeAnswer } from "./make";
import { Page } from "./page";
import { Pages } from "./pages";
import type { Way } from "./send";

/** A page is made anew so often, whether or not anything changed: dates and forms in it do not grow too old. */
const OLDEST_MS = 24 * 60 * 60_000;
/** More at once are not made sooner, and take the memory of each. */
const TURNS = { name: "pages", atOnce: 8, mostWaiting: 2_000 };
/** What is found while somebody types does not wait for pages, nor pages for it. */
const SEARCH_TURNS = { name: "searches", atOnce: 4, mostWaiting: 200 };
/** Addresses without a page, and those that have moved; what was found for what somebody typed. */
const OTHERS = { bytes: 8 * 1024 * 1024, forMs: 10_000, passingForMs: 60_000 };
/** While the database is lost, one reader in so long waits to see whether it is back; all others get what there is. */
const TRY_EVERY_MS = 1_000;
const PATIENCE = { hearing: 6_000, lost: 1_000, withoutPage: 25_000 };

/** Of which replica a page may be made: of none, of one that is up to date, or of any sooner than not at all. */
export type Wish = "none" | "current" | "any";

export type Answer = { page: Page; way: Way } | { fault: Fault };

export type ReaderPagesOptions = {
  next: Pick<Behind, "ask">;
  /** The site's own, whatever name a reader asks by. */
  host: string;
  mostBytes: number;
  /** Whether expiries are heard: while they are not, nothing counts as fresh. */
  hears: () => boolean;
  /** Where there is a replica: where a page is read, and whether there is something to read while the primary is lost. */
  replica?: { choose(wish: Wish): Source; readonly isLastResort: boolean } | null;
  onKept?: (key: string, page: Page) => void;
  onGone?: (key: string) => void;
  onFault?: (fault: { url: string; fault: Fault }) => void;
  /**
   * How long readers wait, in milliseconds: for a newer page than the one at hand while expiries are heard (a connection
   * that is lost is noticed in that time) and while they are not; and for a page at all.
   */
  patience?: { hearing: number; lost: number; withoutPage: number };
};

/** Readers' pages: kept ones as they are, others made by Next once for all who ask for them at the same time. */
export class ReaderPages {
  readonly kept: Pages;
  private making = new Map<string, Promise<Answer>>();
  private lostUntil = 0;
  private readonly patience: NonNullable<ReaderPagesOptions["patience"]>;

  constructor(private readonly options: ReaderPagesOptions) {
    this.patience = options.patience ?? PATIENCE;
    this.kept = new Pages({ bytes: options.mostBytes, others: OTHERS }, options.onGone);
  }

  /** The page of an address that can be sent at once, by what is known of it. Most requests end here. */
  find(url: string): Page | undefined {
    const page = this.kept.get(url);
    return page && this.isFresh(page) ? page : undefined;
  }

  /** The answer to a GET; null where Next is to have the request itself. */
  answer(url: string, address: string): Promise<Answer> | null {
    const place = findPlace(url);
    if (place.kind === "passed") return null;
    if (place.kind === "made") return this.makeUnkept(url, address, place.own ? "none" : "any");
    return this.answerKept(place.url);
  }

  expire(tag: string): void {
    this.making.clear();
    this.kept.expire(tag);
  }

  remove(tag: string): void {
    this.making.clear();
    this.kept.remove(tag);
  }

  expireEverything(): void {
    this.lostUntil = 0;
    this.making.clear();
    this.kept.expireEverything();
  }

  /** A page that outlived the process that made it: to be made anew as soon as that is possible. */
  restore(key: string, page: Page): void {
    page.isOld = page.tags.length > 0;
    this.kept.keep(key, page, this.kept.begin());
  }

  private isFresh(page: Page): boolean {
    if (page.tags.length === 0) return true;
    return !page.isOld && this.options.hears() && clock.now - page.madeAt < OLDEST_MS;
  }

  private async answerKept(key: string): Promise<Answer> {
    const old = this.kept.get(key);
    if (old && this.isFresh(old)) return { page: old, way: "hit" };
    if (!old) {
      const isLost =
        !this.options.hears() && Date.now() < this.lostUntil && !this.options.replica?.isLastResort;
      return isLost ? { fault: "database" } : this.makeOnce(key, "any");
    }
    if (Date.now() < this.lostUntil) return { page: old, way: "stale" };
    const { hearing, lost } = this.patience;
    const patience = this.options.hears() ? hearing : lost;
    const answer = await withDeadline(this.makeOnce(key, "current"), patience, null);
    return answer === null || "fault" in answer ? { page: old, way: "stale" } : answer;
  }

  /** Whoever asks for a page that is being made waits for that; after an expiry, for one that was begun after it. */
  private makeOnce(key: string, wish: Wish): Promise<Answer> {
    const known = this.making.get(key);
    if (known) return known;
    const made = this.makeKept(key, wish).finally(() => {
      if (this.making.get(key) === made) this.making.delete(key);
    });
    this.making.set(key, made);
    return made;
  }

  private async makeKept(key: string, wish: Wish): Promise<Answer> {
    const begun = this.kept.begin();
    const heard = this.options.hears();
    const made = await this.make({ url: key }, wish);
    if (!made.ok) return this.note(key, made.fault);
    const page = Page.make(made.head, made.body, { tags: made.tags, madeAt: Date.now() });
    // An expiry that was not heard may be of this page.
    if (!heard || !this.options.hears()) page.isOld = page.tags.length > 0;
    if (page.status >= 500) return { page, way: "uncached" };
    page.isPassing = isOfTyped(key);
    const isKept = this.kept.keep(key, page, begun);
    if (isKept) void page.settle();
    if (isKept && page.status === 200 && !page.isPassing) this.options.onKept?.(key, page);
    return { page, way: "miss" };
  }

  private async makeUnkept(url: string, address: string, wish: Wish): Promise<Answer> {
    const made = await this.make({ url, address }, wish);
    if (!made.ok) return this.note(url, made.fault);
    const page = Page.make(made.head, made.body, { tags: made.tags, madeAt: Date.now() });
    return { page, way: "uncached" };
  }

  private async make(asked: { url: string; address?: string }, wish: Wish): Promise<Made> {
    const { next, host, replica } = this.options;
    const busy = { ok: false, fault: "busy" } as const;
    const work = inTurn(isOfTyped(asked.url) ? SEARCH_TURNS : TURNS, () =>
      makeAnswer(next, { ...asked, host, source: replica?.choose(wish) ?? PRIMARY }),
    );
    const made = work.catch((error) => {
      if (error instanceof TooBusy) return busy;
      throw error;
    });
    return withDeadline(made, this.patience.withoutPage, busy);
  }

  private note(url: string, fault: Fault): Answer {
    if (fault === "database") this.lostUntil = Date.now() + TRY_EVERY_MS;
    this.options.onFault?.({ url, fault });
    return { fault };
  }
}
