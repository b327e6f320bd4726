import { expect, test } from "vitest";
import { initialsOf } from "./logo";

test("initials are told from a name as it is written", () => {
  const names = {
    "Apache Kafka": "AK",
    PostgreSQL: "PS",
    Redis: "Re",
    npm: "np",
    "C++": "C+",
    C: "C",
    ".NET": "NE",
  };
  for (const [name, initials] of Object.entries(names)) expect(initialsOf(name), name).toBe(initials);
  expect(initialsOf("pg-bouncer")).toBe("PB");
  expect(initialsOf("👩‍👩‍👧 family")).toBe("fa");
});

test("every name has one or two", () => {
  for (const name of ["🧊", "…", "日本語", "-", "a".repeat(120), "é", "/ /"]) {
    expect(initialsOf(name)).not.toBe("");
    expect([...new Intl.Segmenter().segment(initialsOf(name))].length).toBeLessThanOrEqual(2);
  }
});
