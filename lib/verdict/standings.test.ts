import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { downloads, technology } from "../testing/records";
import { placeReason, recordLine } from "./standing-words";
import { type Contender, type CuratedOutcome, rank } from "./standings";
import type { Kind, Ring } from "./types";

const contender = (name: string, given = {}): Contender => technology(name, given);
const places = (contenders: Contender[], curated: CuratedOutcome[] = []) =>
  rank(contenders, curated).ranked.map(
    ({ place, tied, contender: { name } }) => `${tied ? "=" : ""}${place} ${name}`,
  );
const reasonOf = (name: string, contenders: Contender[], curated: CuratedOutcome[] = []) => {
  const standings = rank(contenders, curated);
  const found = contenders.find((one) => one.name === name);
  return found && placeReason(standings.meetingsOf(found));
};

describe("places", () => {
  test("come from whom one is picked over, less who is picked over one", () => {
    const three = [
      contender("C", { ring: "hold" }),
      contender("A", { ring: "adopt" }),
      contender("B", { ring: "trial" }),
    ];
    expect(places(three)).toEqual(["1 A", "2 B", "3 C"]);
  });

  test("are shared by those who have as much, and the next place is counted on", () => {
    const four = [
      contender("A", { ring: "adopt" }),
      contender("B", { ring: "trial" }),
      contender("C", { ring: "trial" }),
      contender("D", { ring: "hold" }),
    ];
    expect(places(four)).toEqual(["1 A", "=2 B", "=2 C", "4 D"]);
  });

  test("follow what an editor wrote against the ratings", () => {
    const two = [contender("A", { ring: "adopt" }), contender("B", { ring: "trial" })];
    expect(places(two, [{ left: "b", right: "a", outcome: "pick", pick: "b" }])).toEqual(["1 B", "2 A"]);
    expect(places(two, [{ left: "b", right: "a", outcome: "too-close" }])).toEqual(["=1 A", "=1 B"]);
    expect(places(two, [{ left: "b", right: "a", outcome: "different-jobs" }])).toEqual([]);
  });

  test("follow measured use where the ratings are equal", () => {
    const two = [
      contender("A", { ring: "trial", popularity: downloads(100) }),
      contender("B", { ring: "trial", popularity: downloads(200) }),
    ];
    expect(places(two)).toEqual(["1 B", "2 A"]);
  });

  test("are not given where nothing is decided", () => {
    const standings = rank(
      [contender("B"), contender("A"), contender("C", { kind: "concept", ring: "adopt" })],
      [],
    );
    expect(standings.ranked).toEqual([]);
    expect(standings.unranked.map(({ name }) => name)).toEqual(["A", "B", "C"]);
    expect(rank([], [])).toMatchObject({ ranked: [], unranked: [] });
  });
});

describe("reasons", () => {
  const field = [
    contender("iOS", { ring: "adopt" }),
    contender("npm", { ring: "trial" }),
    contender("Yahoo!", { ring: "trial" }),
    contender("Acme Inc.", { ring: "assess" }),
    contender("eBPF", { ring: "hold" }),
    contender("Go", { ring: "hold" }),
  ];

  test("name the first few, best placed first, and count the rest", () => {
    expect(reasonOf("iOS", field)).toBe("Picked in all 5: over npm, Yahoo! and 3 more.");
    expect(reasonOf("npm", field)).toBe(
      "Picked in 3 of 5: over Acme Inc., eBPF and Go. Passed over for iOS. Too close to call with Yahoo!",
    );
    expect(reasonOf("Acme Inc.", field)).toBe(
      "Picked in 2 of 5: over eBPF and Go. Passed over for iOS, npm and Yahoo!",
    );
    expect(reasonOf("Go", field)).toBe(
      "Picked in none of 5. Passed over for iOS, npm and 2 more. Too close to call with eBPF.",
    );
  });

  test("say what there is where there is one head-to-head, or none", () => {
    const two = field.slice(3, 5);
    expect(reasonOf("Acme Inc.", two)).toBe("Picked in its only head-to-head: over eBPF.");
    expect(reasonOf("eBPF", two)).toBe("Not picked in its only head-to-head. Passed over for Acme Inc.");
    expect(reasonOf("Go", [contender("Go")])).toBe("Nothing is decided between it and any other yet.");
  });

  test("a record is a line of its own", () => {
    expect(recordLine({ picked: 7, of: 9 })).toBe("Picked in 7 of 9 head-to-heads");
    expect(recordLine({ picked: 9, of: 9 })).toBe("Picked in all 9 head-to-heads");
    expect(recordLine({ picked: 0, of: 9 })).toBe("Picked in none of 9 head-to-heads");
    expect(recordLine({ picked: 1, of: 1 })).toBe("Picked in its only head-to-head");
    expect(recordLine({ picked: 0, of: 1 })).toBe("Not picked in its only head-to-head");
    expect(recordLine({ picked: 1_200, of: 1_300 })).toBe("Picked in 1,200 of 1,300 head-to-heads");
  });
});

const KINDS: Kind[] = ["tool", "platform", "library", "framework", "concept"];
const RINGS: (Ring | undefined)[] = ["adopt", "trial", "assess", "hold", undefined];

const field = fc
  .uniqueArray(fc.integer({ min: 0, max: 999 }), { maxLength: 14 })
  .chain((numbers) =>
    fc.record({
      contenders: fc.tuple(
        ...numbers.map((number) =>
          fc
            .record({
              kind: fc.constantFrom(...KINDS),
              ring: fc.constantFrom(...RINGS),
              popularity: fc.option(
                fc.integer({ min: 1, max: 9 }).map((value) => downloads(value)),
                { nil: undefined },
              ),
            })
            .map((given) => contender(`Name ${number}`, given)),
        ),
      ),
      written: fc.array(
        fc.tuple(fc.nat(13), fc.nat(13), fc.constantFrom("left", "right", "too-close", "different-jobs")),
        { maxLength: 6 },
      ),
      order: fc.array(fc.nat(), { minLength: 14, maxLength: 14 }),
    }),
  )
  .map(({ contenders, written, order }) => {
    const curated = written.flatMap(([one, other, said]): CuratedOutcome[] => {
      const [left, right] = [contenders[one]?.slug, contenders[other]?.slug];
      if (!left || !right || left === right) return [];
      if (said === "left" || said === "right") {
        return [{ left, right, outcome: "pick", pick: said === "left" ? left : right }];
      }
      return [{ left, right, outcome: said as "too-close" | "different-jobs" }];
    });
    const pairs = new Map(curated.map((one) => [[one.left, one.right].sort().join(" "), one]));
    const shuffled = contenders
      .map((one, index) => ({ one, at: order[index] ?? 0 }))
      .sort((one, other) => one.at - other.at)
      .map(({ one }) => one);
    return { contenders: contenders as Contender[], shuffled, curated: [...pairs.values()] };
  });

describe("over 600 generated fields", () => {
  const check = (
    property: (input: { contenders: Contender[]; shuffled: Contender[]; curated: CuratedOutcome[] }) => void,
  ) => fc.assert(fc.property(field, property), { seed: 20_261_122, numRuns: 600 });

  test("the order of the input does not matter, and the same input gives the same", () => {
    check(({ contenders, shuffled, curated }) => {
      const said = (input: Contender[], written: CuratedOutcome[]) => {
        const { ranked, unranked, meetingsOf } = rank(input, written);
        return JSON.stringify([
          ranked,
          unranked,
          ranked.map((one) => placeReason(meetingsOf(one.contender))),
        ]);
      };
      const once = said(contenders, curated);
      expect(said(contenders, curated)).toBe(once);
      expect(said(shuffled, curated.toReversed())).toBe(once);
    });
  });

  test("wins balance losses, and everybody is listed once", () => {
    check(({ contenders, curated }) => {
      const { ranked, unranked, meetingsOf } = rank(contenders, curated);
      const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
      expect(sum(ranked.map(({ picked }) => picked))).toBe(sum(ranked.map(({ passedOver }) => passedOver)));
      expect(sum(ranked.map(({ close }) => close)) % 2).toBe(0);
      const listed = [...ranked.map(({ contender: { slug } }) => slug), ...unranked.map(({ slug }) => slug)];
      expect(listed.sort()).toEqual(contenders.map(({ slug }) => slug).sort());
      for (const { contender: one, picked, passedOver, close, of } of ranked) {
        const { over, under, close: even } = meetingsOf(one);
        expect([over.length, under.length, even.length]).toEqual([picked, passedOver, close]);
        expect(of).toBe(picked + passedOver + close);
        expect(of).toBeGreaterThan(0);
      }
      for (const one of unranked) expect(meetingsOf(one)).toEqual({ over: [], under: [], close: [] });
    });
  });

  test("equal records share a place, better ones stand before worse ones", () => {
    check(({ contenders, curated }) => {
      const { ranked } = rank(contenders, curated);
      const score = (one: (typeof ranked)[number]) => one.picked - one.passedOver;
      for (const [index, one] of ranked.entries()) {
        const better = ranked.filter((other) => score(other) > score(one)).length;
        expect(one.place).toBe(better + 1);
        expect(one.tied).toBe(ranked.some((other, at) => at !== index && score(other) === score(one)));
        if (index > 0) expect(ranked[index - 1]?.place).toBeLessThanOrEqual(one.place);
      }
    });
  });

  test("a reason is whole sentences without a gap, and names nobody twice", () => {
    check(({ contenders, curated }) => {
      const { ranked, meetingsOf } = rank(contenders, curated);
      for (const { contender: one } of ranked) {
        const reason = placeReason(meetingsOf(one));
        expect(reason).toMatch(/^(Picked|Not picked) in .+\.$/);
        expect(reason).not.toMatch(/undefined| {2}|\.\.| ,|: \.|over \./);
        expect(reason).not.toContain(`${one.name} `);
        expect(reason.length).toBeLessThan(400);
      }
    });
  });
});
