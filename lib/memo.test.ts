import { AsyncLocalStorage } from "node:async_hooks";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { Memo } from "./memo";

const bounds = { forMs: 1_000, most: 2 };

test("what was found is found again until its time is over, and only so much of it", async () => {
  const memo = new Memo<number>(bounds);
  let asked = 0;
  const find = async () => ++asked;
  expect(await memo.get("a", find, 0)).toBe(1);
  expect(await memo.get("a", find, 999)).toBe(1);
  expect(await memo.get("a", find, 1_000)).toBe(2);
  await memo.get("b", find, 1_000);
  await memo.get("c", find, 1_000);
  expect(await memo.get("a", find, 1_000)).toBe(5);
});

test("those who ask at the same time wait for one answer, and a failure is not kept", async () => {
  const memo = new Memo<string>(bounds);
  const failing = memo.get("a", () => Promise.reject(new Error("lost")));
  const waiting = memo.get("a", async () => "never asked for");
  await expect(failing).rejects.toThrow("lost");
  await expect(waiting).rejects.toThrow("lost");
  expect(await memo.get("a", async () => "found")).toBe("found");
});

test("what is kept does not hold on to the request in which it was found", async () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const requests = new AsyncLocalStorage<object>();
  const memo = new Memo<string>(bounds);
  const find = async () => {
    const request = { body: "x" };
    await requests.run(request, () => memo.get("a", async () => "found"));
    return new WeakRef(request);
  };
  const request = await find();
  await new Promise((resolve) => setTimeout(resolve, 0));
  collect();
  expect(request.deref()).toBeUndefined();
  expect(await memo.get("a", async () => "never asked for")).toBe("found");
});
