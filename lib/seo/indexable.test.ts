import { describe, expect, it } from "vitest";
import type { Kind } from "../verdict/types";
import { isIndexablePair, type Weight } from "./indexable";

const side = (kind: Kind, pros: number, cons: number): Weight => ({ kind, pros, cons });

describe("whether search engines are to list a pair", () => {
  it.each<[string, Weight, Weight, boolean, boolean]>([
    ["two and two on both sides", side("tool", 2, 2), side("tool", 2, 2), false, true],
    ["more than that", side("database", 9, 5), side("database", 30, 30), false, true],
    ["one pro on the left", side("tool", 1, 2), side("tool", 2, 2), false, false],
    ["one con on the left", side("tool", 2, 1), side("tool", 2, 2), false, false],
    ["one pro on the right", side("tool", 2, 2), side("tool", 1, 2), false, false],
    ["one con on the right", side("tool", 2, 2), side("tool", 2, 1), false, false],
    ["nothing on file", side("tool", 0, 0), side("tool", 0, 0), false, false],
    ["kinds that differ", side("tool", 5, 5), side("platform", 5, 5), false, false],
    ["kinds that do the same job, and differ", side("library", 5, 5), side("framework", 5, 5), false, false],
    ["an editor's, with nothing on file", side("tool", 0, 0), side("concept", 0, 0), true, true],
  ])("%s", (_, left, right, curated, listed) => {
    expect(isIndexablePair({ left, right, curated })).toBe(listed);
    expect(isIndexablePair({ left: right, right: left, curated })).toBe(listed);
  });
});
