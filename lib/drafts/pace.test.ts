import { describe, expect, test } from "vitest";
import {
  AT_REST,
  afterChange,
  afterFailure,
  afterHope,
  afterSending,
  afterSuccess,
  dueAt,
  type Pace,
} from "./pace";

/** Types at each of these moments. */
const typing = (...moments: number[]) => moments.reduce<Pace>(afterChange, AT_REST);

test("nothing typed, nothing to send", () => {
  expect(dueAt(AT_REST)).toBeNull();
  expect(dueAt(afterSuccess(afterSending(typing(0))))).toBeNull();
});

test("a text is sent a second after the last key", () => {
  expect(dueAt(typing(0, 300, 700))).toBe(1_700);
});

test("somebody who never pauses is saved every five seconds all the same", () => {
  const moments = Array.from({ length: 30 }, (_, index) => index * 200);
  expect(dueAt(typing(...moments))).toBe(5_000);
});

test("what is typed while a save is under way waits for its own pause", () => {
  const pace = afterChange(afterSending(typing(0)), 1_400);
  expect(dueAt(afterSuccess(pace))).toBe(2_400);
});

describe("after a failure", () => {
  const failing = (times: number) => {
    let pace = typing(0);
    for (let failure = 0; failure < times; failure += 1) pace = afterFailure(afterSending(pace), 10_000);
    return pace;
  };

  test("the same text is sent again, ever more slowly, and never slower than every 30 seconds", () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 20].map((times) => (dueAt(failing(times)) ?? 0) - 10_000);
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
  });

  test("typing does not make it try sooner", () => {
    expect(dueAt(afterChange(failing(4), 10_200))).toBe(18_000);
  });

  test("a sign that it may work again does", () => {
    expect(dueAt(afterHope(failing(6)))).toBe(11_000);
  });

  test("a success begins anew", () => {
    const pace = afterChange(afterSuccess(afterSending(failing(6))), 50_000);
    expect(dueAt(pace)).toBe(51_000);
  });
});
