import { expect, test } from "vitest";
import { tallyWords } from "./tally-words";

test.each([
  [0, 0, "No reader has voted yet"],
  [1, 0, "1 reader agrees, 0 disagree"],
  [0, 1, "0 readers agree, 1 disagrees"],
  [412, 37, "412 readers agree, 37 disagree"],
  [12_345, 1, "12,345 readers agree, 1 disagrees"],
])("%i and %i are: %s", (agrees, disagrees, words) => {
  expect(tallyWords({ agrees, disagrees })).toBe(words);
});
