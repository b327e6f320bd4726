import { expect, test } from "vitest";
import { chooseVersions, historySchema } from "./choose";

const choose = (asked: object, numbers: number[], hasDraft = false) =>
  chooseVersions(historySchema.parse(asked), { numbers, hasDraft });

test("unasked, the newest version is compared with the one before, and a draft with the newest", () => {
  expect(choose({}, [3, 2, 1])).toEqual({ from: 2, to: 3, restores: false });
  expect(choose({}, [3, 2, 1], true)).toEqual({ from: 3, to: "draft", restores: false });
});

test("any two can be compared, either way round", () => {
  expect(choose({ from: "1", to: "3" }, [3, 2, 1])).toEqual({ from: 1, to: 3, restores: false });
  expect(choose({ from: "draft", to: "1" }, [3, 2, 1], true)).toEqual({
    from: "draft",
    to: 1,
    restores: false,
  });
});

test("restoring shows what is current against the old version", () => {
  expect(choose({ restore: "1" }, [3, 2, 1])).toEqual({ from: 3, to: 1, restores: true });
  expect(choose({ restore: "3" }, [3, 2, 1], true)).toEqual({ from: "draft", to: 3, restores: true });
});

test("what cannot be restored or compared is as if it were not asked for", () => {
  const unasked = { from: 2, to: 3, restores: false };
  for (const asked of [
    { restore: "3" },
    { restore: "9" },
    { restore: "draft" },
    { from: "1", to: "1" },
    { from: "1" },
    { from: "draft", to: "1" },
    { from: "-1", to: "0" },
    { from: ["1", "2"], to: "3" },
    { from: "1e9", to: "99999999999" },
  ]) {
    expect(choose(asked, [3, 2, 1]), JSON.stringify(asked)).toEqual(unasked);
  }
});

test("one version alone is compared with nothing", () => {
  expect(choose({ from: "1", to: "1" }, [1])).toBeNull();
  expect(choose({}, [], true)).toBeNull();
});
