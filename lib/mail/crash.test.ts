import { expect, test } from "vitest";
import { crashMailing } from "../testing/crash-mail";

test("killed at any moment, the server mails every message that it stored, with no more doubles than kills", async () => {
  const { faults, kills, acknowledged, mails } = await crashMailing(5, () => {});
  expect(faults).toEqual([]);
  expect(kills).toBe(5);
  expect(acknowledged).toBeGreaterThan(20);
  expect(mails).toBeGreaterThan(10);
}, 240_000);
