import { TooBusy } from "./errors";

type Turns = { running: number; waiting: (() => void)[] };

// Next bundles its parts separately; they take turns through the process.
const shared = globalThis as { nicePickTurns?: Map<string, Turns> };

/**
 * Does some work when it is its turn: of what has one name, so many at once and no more, the rest in order. Throws
 * TooBusy when too many wait already.
 */
export async function inTurn<T>(
  queue: { name: string; atOnce: number; mostWaiting: number },
  work: () => Promise<T>,
): Promise<T> {
  shared.nicePickTurns ??= new Map();
  const all = shared.nicePickTurns;
  const turns = all.get(queue.name) ?? { running: 0, waiting: [] };
  all.set(queue.name, turns);
  if (turns.running < queue.atOnce) turns.running += 1;
  else if (turns.waiting.length >= queue.mostWaiting) throw new TooBusy();
  else await new Promise<void>((resolve) => turns.waiting.push(resolve));
  try {
    return await work();
  } finally {
    const next = turns.waiting.shift();
    if (next) next();
    else turns.running -= 1;
    if (turns.running === 0) all.delete(queue.name);
  }
}
