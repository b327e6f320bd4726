import { LRUCache } from "lru-cache";
import type { Page } from "./page";

export type Bounds = {
  /** Bytes of all pages together, 404s, moved addresses and passing pages apart. */
  bytes: number;
  /** What is kept of addresses without a page and of passing pages, and for how long each. */
  others: { bytes: number; forMs: number; passingForMs: number };
};

/** Of all bytes, for pages that were asked for only once so far. */
const NEW_SHARE = 0.2;
/** So many tags are remembered as expired; when there are more, every page that was begun before is refused. */
const MOST_EXPIRED = 10_000;

/**
 * The pages in memory, with what each depends on. A page that is read once stands among the new ones, and moves on when
 * it is read again: whoever walks through all addresses drives out others who do so, and not what people read.
 */
export class Pages {
  private readonly fresh: LRUCache<string, Page>;
  private readonly read: LRUCache<string, Page>;
  private readonly others: LRUCache<string, Page>;
  private readonly passingForMs: number;
  private readonly keysOf = new Map<string, Set<string>>();
  /** Counts expiries. A page must not be kept when what it depends on expired after it was begun. */
  private clock = 0;
  private everythingAt = 0;
  private readonly expiredAt = new Map<string, number>();

  /** `onGone` hears the key of each page that is kept no more. */
  constructor(
    bounds: Bounds,
    private readonly onGone: (key: string) => void = () => {},
  ) {
    this.passingForMs = bounds.others.passingForMs;
    const sizeCalculation = (page: Page) => page.size;
    this.fresh = new LRUCache({
      maxSize: Math.floor(bounds.bytes * NEW_SHARE),
      sizeCalculation,
      disposeAfter: (page, key, reason) => {
        if (reason === "evict") this.forget(key, page);
      },
    });
    this.read = new LRUCache({
      maxSize: Math.ceil(bounds.bytes * (1 - NEW_SHARE)),
      sizeCalculation,
      // Once more among the new ones; where it is too large for those, or is driven out there, it is gone.
      disposeAfter: (page, key, reason) => {
        if (reason !== "evict") return;
        this.fresh.set(key, page);
        if (!this.fresh.has(key)) this.forget(key, page);
      },
    });
    this.others = new LRUCache({
      maxSize: bounds.others.bytes,
      sizeCalculation,
      ttl: bounds.others.forMs,
      ttlAutopurge: true,
    });
  }

  get size(): { pages: number; bytes: number } {
    return {
      pages: this.fresh.size + this.read.size + this.others.size,
      bytes: this.fresh.calculatedSize + this.read.calculatedSize + this.others.calculatedSize,
    };
  }

  get(key: string): Page | undefined {
    const known = this.read.get(key);
    if (known) return known;
    const page = this.fresh.get(key);
    if (!page) return this.others.get(key);
    this.fresh.delete(key);
    this.read.set(key, page);
    if (!this.read.has(key)) this.forget(key, page);
    return page;
  }

  /** When a page is begun, to be handed to `keep` with it. */
  begin(): number {
    return this.clock;
  }

  /** False when the page is not kept: something that it depends on expired since it was begun, or it is too large. */
  keep(key: string, page: Page, begun: number): boolean {
    if (this.isOutdated(page.tags, begun)) return false;
    page.onResized = () => this.resize(key, page);
    if (page.status !== 200 || page.isPassing) {
      const isFound = page.isPassing && page.status === 200;
      this.others.set(key, page, isFound ? { ttl: this.passingForMs } : {});
      return this.others.has(key);
    }
    const store = this.read.has(key) ? this.read : this.fresh;
    this.unlink(key, store.peek(key));
    this.link(key, page);
    store.set(key, page);
    if (store.has(key)) return true;
    this.forget(key, page);
    return false;
  }

  /** What depends on a tag is to be made anew; until then it stands in only when that fails. */
  expire(tag: string): void {
    this.clock += 1;
    if (this.expiredAt.size >= MOST_EXPIRED) {
      this.everythingAt = this.clock;
      this.expiredAt.clear();
    }
    this.expiredAt.set(tag, this.clock);
    this.others.clear();
    for (const key of this.keysOf.get(tag) ?? []) markOld(this.peek(key));
  }

  /** What depends on a tag is not to be shown again by anybody. */
  remove(tag: string): void {
    this.expire(tag);
    for (const key of [...(this.keysOf.get(tag) ?? [])]) {
      const page = this.peek(key);
      this.fresh.delete(key);
      this.read.delete(key);
      this.forget(key, page);
    }
  }

  expireEverything(): void {
    this.clock += 1;
    this.everythingAt = this.clock;
    this.expiredAt.clear();
    this.others.clear();
    for (const page of [...this.fresh.values(), ...this.read.values()]) markOld(page);
  }

  /** The page of a key, without that counting as being read. */
  peek(key: string): Page | undefined {
    return this.read.peek(key) ?? this.fresh.peek(key);
  }

  /** Counts a page again that has another form now, or one less. */
  private resize(key: string, page: Page): void {
    for (const store of [this.read, this.fresh, this.others]) {
      if (store.peek(key) !== page) continue;
      const ttl = store === this.others ? Math.max(1, store.getRemainingTTL(key)) : undefined;
      // Put in place of itself it would count as it did.
      store.delete(key);
      store.set(key, page, { ttl });
      if (!store.has(key)) this.forget(key, page);
    }
  }

  private isOutdated(tags: readonly string[], begun: number): boolean {
    if (tags.length === 0) return false;
    return this.everythingAt > begun || tags.some((tag) => (this.expiredAt.get(tag) ?? 0) > begun);
  }

  private link(key: string, { tags }: Page): void {
    for (const tag of tags) {
      const keys = this.keysOf.get(tag);
      if (keys) keys.add(key);
      else this.keysOf.set(tag, new Set([key]));
    }
  }

  private unlink(key: string, page: Page | undefined): void {
    for (const tag of page?.tags ?? []) {
      const keys = this.keysOf.get(tag);
      keys?.delete(key);
      if (keys?.size === 0) this.keysOf.delete(tag);
    }
  }

  private forget(key: string, page: Page | undefined): void {
    this.unlink(key, page);
    this.onGone(key);
  }
}

/** What depends on no record stays as it is, for as long as the build does. */
function markOld(page: Page | undefined): void {
  if (page && page.tags.length > 0) page.isOld = true;
}
