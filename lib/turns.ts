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
  const turns = turnsOf(queue.name);
  if (turns.running < queue.atOnce) turns.running += 1;
  else if (turns.waiting.length >= queue.mostWaiting) throw new TooBusy();
  else await new Promise<void>((resolve) => turns.waiting.push(resolve));
  try {
    return await work();
  } finally {
    const next = turns.waiting.shift();
    if (next) next();
    else turns.running -= 1;
  }
}

function turnsOf(name: string): Turns {
  shared.nicePickTurns ??= new Map();
  const turns = shared.nicePickTurns.get(name) ?? { running: 0, waiting: [] };
  shared.nicePickTurns.set(name, turns);
  return turns;
}
