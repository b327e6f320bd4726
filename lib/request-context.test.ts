import { expect, test } from "vitest";
import { makeContext, onceInRequest, runInRequest } from "./request-context";

test("what proxy.ts and a page both ask for is looked for once in a request, and anew in the next", async () => {
  let looked = 0;
  const look = () => onceInRequest("sides of go vs rust", async () => ++looked);
  const both = () => runInRequest(makeContext(""), async () => [await look(), await look()]);
  expect(await both()).toEqual([1, 1]);
  expect(await both()).toEqual([2, 2]);
  // Where there is no front, nobody tells which request it is of.
  expect([await look(), await look()]).toEqual([3, 4]);
});

test("different things are not taken for each other, and what failed is tried again", async () => {
  await runInRequest(makeContext(""), async () => {
    const lost = onceInRequest("a", () => Promise.reject(new Error("lost")));
    await expect(lost).rejects.toThrow("lost");
    expect(await onceInRequest("a", async () => "found")).toBe("found");
    expect(await onceInRequest("b", async () => "another")).toBe("another");
  });
});
