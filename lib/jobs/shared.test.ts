import { afterEach, expect, test } from "vitest";
import { holdSharedWorker, startSharedWorker, stopSharedWorker } from "./shared";

afterEach(stopSharedWorker);

/** Tells which workers have been started and stopped, in order. */
function makeWorkers() {
  const log: string[] = [];
  const worker = (name: string) => () => {
    log.push(`${name} started`);
    return { stop: async () => void log.push(`${name} stopped`) };
  };
  return { log, worker };
}

test("a process has one worker, until it is stopped", async () => {
  const { log, worker } = makeWorkers();
  startSharedWorker(worker("first"));
  startSharedWorker(worker("second"));
  await stopSharedWorker();
  startSharedWorker(worker("third"));
  expect(log).toEqual(["first started", "first stopped", "third started"]);
});

test("while workers are held none starts; one that was to start does so afterwards", () => {
  const { log, worker } = makeWorkers();
  const letGo = holdSharedWorker();
  startSharedWorker(worker("held"));
  expect(log).toEqual([]);
  letGo();
  expect(log).toEqual(["held started"]);
});

test("held and let go before any was to start, it starts when it is to", () => {
  const { log, worker } = makeWorkers();
  holdSharedWorker()();
  expect(log).toEqual([]);
  startSharedWorker(worker("later"));
  expect(log).toEqual(["later started"]);
});
