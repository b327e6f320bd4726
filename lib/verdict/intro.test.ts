import { describe, expect, test } from "vitest";
import { technology, verdictOf } from "../testing/records";
import type { Kind, TechnologyRecord } from "./types";

const introOf = (
  left: Partial<TechnologyRecord>,
  right: Partial<TechnologyRecord>,
  names = ["MySQL", "Redis"],
) => verdictOf(technology(names[0] ?? "", left), technology(names[1] ?? "", right)).intro;

test("the title names both sides as written", () => {
  expect(verdictOf(technology("eBPF"), technology("PL/I")).title).toBe("eBPF vs PL/I");
});

describe("two taglines meet", () => {
  test.each([
    [
      "the old reliable of data storage",
      "a cache that grew up",
      "The old reliable of data storage meets a cache that grew up.",
    ],
    ["The old reliable", "The cache for DevOps", "The old reliable meets the cache for DevOps."],
    ["The old reliable.", "The cache.", "The old reliable meets the cache."],
    ["iOS' own store", "npm for data", "iOS' own store meets npm for data."],
    ["v2.0 of the store", "home of ASP.NET", "v2.0 of the store meets home of ASP.NET."],
    ["queues, streams, etc.", "queues, streams, etc.", "queues, streams, etc. meets queues, streams, etc."],
    [
      "the store written in C.",
      "the store written in R.",
      "The store written in C meets the store written in R.",
    ],
    ["the store from the U.S.", "Linux in a box", "The store from the U.S. meets Linux in a box."],
  ])("%s | %s", (left, right, sentence) => {
    expect(introOf({ tagline: left }, { tagline: right })).toBe(`${sentence} Here's our take.`);
  });

  test("taglines are never shortened, whatever marks are in them", () => {
    expect(introOf({ tagline: "slow. Steady. Safe" }, { tagline: "fast! Always" })).toBe(
      "slow. Steady. Safe meets fast! Always. Here's our take.",
    );
  });

  test("taglines come before leads that open alike", () => {
    const lead = "Developers should learn it.";
    expect(introOf({ lead, tagline: "the rock" }, { lead, tagline: "the wave" })).toBe(
      "The rock meets the wave. Here's our take.",
    );
  });
});

describe("one tagline stands beside its name", () => {
  test.each([
    ["the cache", "MySQL meets Redis, the cache. Here's our take."],
    ["The cache.", "MySQL meets Redis, the cache. Here's our take."],
    ["Kubernetes' own cache", "MySQL meets Redis, Kubernetes' own cache. Here's our take."],
    ["caches, queues, etc.", "MySQL meets Redis, caches, queues, etc. Here's our take."],
    ["the cache!", "MySQL meets Redis, the cache! Here's our take."],
  ])("the right one's: %s", (tagline, intro) => {
    expect(introOf({}, { tagline })).toBe(intro);
  });

  test.each([
    ["the old reliable", "MySQL, the old reliable, meets Redis. Here's our take."],
    ["The old reliable.", "MySQL, the old reliable, meets Redis. Here's our take."],
    ["DevOps' darling", "MySQL, DevOps' darling, meets Redis. Here's our take."],
    ["tables, joins, etc.", "MySQL, tables, joins, etc., meets Redis. Here's our take."],
  ])("the left one's: %s", (tagline, intro) => {
    expect(introOf({ tagline }, {})).toBe(intro);
  });

  test.each([
    ["The Graph", "MySQL"],
    ["MySQL", "The Graph"],
  ])("a tagline that opens with a name keeps the name's capital: %s, %s", (left, right) => {
    const intro = introOf({}, { tagline: "The Graph among databases" }, [left, right]);
    expect(intro).toBe(`${left} meets ${right}, The Graph among databases. Here's our take.`);
  });

  test("a name that ends in a stop is not given another", () => {
    expect(introOf({ tagline: "the old reliable" }, {}, ["MySQL", "Redis Inc."])).toBe(
      "MySQL, the old reliable, meets Redis Inc. Here's our take.",
    );
  });
});

describe("two leads that open with the same two words meet by their first sentences", () => {
  test.each([
    [
      "Developers should learn MySQL when tables fit.",
      "Developers should learn Redis, e.g. for sessions. It is fast.",
      "Developers should learn MySQL when tables fit meets developers should learn Redis, e.g. for sessions.",
    ],
    ["Use it for tables", "Use it for caches", "Use it for tables meets use it for caches."],
    [
      "Use it with Node.js. It works.",
      "use it on .NET. It works.",
      "Use it with Node.js meets use it on .NET.",
    ],
    [
      "Choose MySQL for logs, etc.",
      "Choose  MySQL for v2.0.",
      "Choose MySQL for logs, etc. meets choose  MySQL for v2.0.",
    ],
    ["iOS teams like it.", "iOS teams fear it.", "iOS teams like it meets iOS teams fear it."],
    ["Linux people like it", "Linux people fear it", "Linux people like it meets Linux people fear it."],
  ])("%s | %s", (left, right, sentence) => {
    expect(introOf({ lead: left }, { lead: right })).toBe(`${sentence} Here's our take.`);
  });

  test("a lead that opens with its own name keeps the name's capital", () => {
    const intro = introOf({ lead: "The Graph indexes." }, { lead: "The Graph Lite reads." }, [
      "The Graph",
      "The Graph Lite",
    ]);
    expect(intro).toBe("The Graph indexes meets The Graph Lite reads. Here's our take.");
  });
});

describe("otherwise the names alone are the question", () => {
  test.each([
    ["Developers should learn it.", "Teams should learn it."],
    ["Learn it.", "Learn them."],
    ["Learn", "Learn"],
    ["学习它。", "学习它。"],
  ])("%s | %s", (left, right) => {
    expect(introOf({ lead: left }, { lead: right })).toBe("MySQL or Redis? Here's our take.");
  });

  test("the names keep their capitals", () => {
    expect(introOf({}, {}, ["npm", "iOS"])).toBe("npm or iOS? Here's our take.");
  });
});

describe("different jobs are named instead", () => {
  const intro = (left: Kind, right: Kind) =>
    introOf({ kind: left, category: "one", tagline: "the rock" }, { kind: right, category: "two" });

  test.each([
    ["language", "database", "MySQL and Redis do different jobs: one a language, the other a database."],
    ["methodology", "concept", "MySQL and Redis do different jobs: one a methodology, the other a concept."],
    ["tool", "tool", "MySQL and Redis do different jobs."],
    ["concept", "concept", "MySQL and Redis do different jobs."],
  ] as const)("%s and %s", (left, right, sentence) => {
    expect(intro(left, right)).toBe(sentence);
  });
});
