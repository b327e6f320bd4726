type Kept<T> = { until: number; value: Promise<T> };

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
    if (found && found.until > now) return found.value;
    return this.put(key, find(), now);
  }

  /** Keeps a value under a key in place of the one before, and returns it. */
  put(key: string, value: Promise<T>, now = Date.now()): Promise<T> {
    const entry = { until: now + this.bounds.forMs, value };
    this.kept.delete(key);
    this.kept.set(key, entry);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= this.bounds.most) break;
      this.kept.delete(oldest);
    }
    entry.value.catch(() => this.kept.get(key) === entry && this.kept.delete(key));
    return entry.value;
  }
}
