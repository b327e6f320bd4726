import { expect, test } from "vitest";
import { z } from "zod";
import { newId } from "./new-id";

test("ids are UUIDs, and no two are the same", () => {
  const ids = Array.from({ length: 1_000 }, newId);
  for (const id of ids) expect(z.uuidv4().safeParse(id).success).toBe(true);
  expect(new Set(ids).size).toBe(1_000);
});
