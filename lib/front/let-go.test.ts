import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { letGoOfAborted } from "./let-go";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** Two things are done in one turn; the second aborts something that is kept. Is what the first was about let go of? */
async function abortBehind(kept: AbortController[]): Promise<boolean> {
  const page = await new Promise<WeakRef<object>>((resolve) => {
    const about = { text: "a page" };
    const first = setImmediate(() => {}) as NodeJS.Immediate & { about?: object };
    first.about = about;
    const found = new WeakRef<object>(about);
    setImmediate(() => {
      const controller = new AbortController();
      controller.abort();
      kept.push(controller);
      resolve(found);
    });
  });
  await new Promise((resolve) => setTimeout(resolve, 1));
  collect();
  return page.deref() === undefined;
}

test("what was aborted does not hold on to what was done in the same turn", async () => {
  const kept: AbortController[] = [];
  letGoOfAborted();
  expect(await abortBehind(kept)).toBe(true);
  const own = new Error("mine");
  const controller = new AbortController();
  controller.abort(own);
  expect([controller.signal.aborted, controller.signal.reason]).toEqual([true, own]);
  expect(
    kept.every(({ signal }) => signal.reason instanceof Error && signal.reason.name === "AbortError"),
  ).toBe(true);
});
