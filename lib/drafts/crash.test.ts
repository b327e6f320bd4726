import { expect, test } from "vitest";
import { crashEditing } from "../testing/crash";

test("killed at any moment, the server has every save that it acknowledged, and nothing half published", async () => {
  const { faults, kills, saves, publishes } = await crashEditing(5, () => {});
  expect(faults).toEqual([]);
  expect(kills).toBe(5);
  expect(saves).toBeGreaterThan(20);
  expect(publishes).toBeGreaterThan(5);
}, 180_000);
