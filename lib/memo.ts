/** Once it is there, the value alone: a promise holds on to the whole request that waited for it first. */
type Kept<T> = { until: number; held: { pending: Promise<T> } | { value: T } };

/**
 * What was found lately, in this process: for `forMs` milliseconds, and no more than `most` things, of which the one
 * that was kept first goes first. A failure is for those who wait for it, and is not kept.
 */
export class Memo<T> {
  private readonly kept = new Map<string, Kept<T>>();

  constructor(private readonly bounds: { forMs: number; most: number }) {}

  /** What is kept under a key, or else what `find` finds now. */
  get(key: string, find: () => Promise<T>, now = Date.now()): Promise<T> {
    const found = this.kept.get(key);
    if (!found || found.until <= now) return this.put(key, find(), now);
    return "value" in found.held ? Promise.resolve(found.held.value) : found.held.pending;
  }

  /** Keeps a value under a key in place of the one before, and returns it. */
  put(key: string, value: Promise<T>, now = Date.now()): Promise<T> {
    const entry: Kept<T> = { until: now + this.bounds.forMs, held: { pending: value } };
    this.kept.delete(key);
    this.kept.set(key, entry);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= this.bounds.most) break;
      this.kept.delete(oldest);
    }
    const keep = (found: T) => {
      entry.held = { value: found };
    };
    value.then(keep, () => this.kept.get(key) === entry && this.kept.delete(key));
    return value;
  }
}
