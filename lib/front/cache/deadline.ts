/** What comes of some work, or something else where that takes longer than so many milliseconds. */
export function withDeadline<T, U>(work: Promise<T>, ms: number, otherwise: U): Promise<T | U> {
  // A promise that were raced against would hold on to what came of the work until the time is over.
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => resolve(otherwise), ms);
    work.then(resolve, reject).finally(() => clearTimeout(late));
  });
}
