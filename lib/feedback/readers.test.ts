import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "../db";
import { prepareTestDatabase } from "../testing/database";
import { addComparison, addFeedback } from "../testing/feedback";
import { findReadersSay } from "./page-queries";
import { FEEDBACK_STATES } from "./states";
import { findStatus } from "./status-queries";

// What readers see: their own message behind its private link, and what a comparison's page says of all of them.

prepareTestDatabase();

let ids: Awaited<ReturnType<typeof addComparison>>;
beforeAll(async () => {
  ids = await addComparison();
});
beforeEach(async () => {
  await db().$executeRaw`TRUNCATE "Feedback", "FeedbackEvent", "Mail", "Vote", "VoteTally" CASCADE`;
});

const revisionAt = async (number: number, createdAt: Date, technologyId = ids.alpha) =>
  (await db().revision.create({ data: { technologyId, number, snapshot: {}, actor: "Ada", createdAt } })).id;

describe("a private link", () => {
  it("shows what was written, where it stands, and when the page changed because of it", async () => {
    const at = new Date("2026-11-23T10:00:00Z");
    const { statusToken, receivedAt } = await addFeedback({
      ...{
        leftId: ids.beta,
        rightId: ids.alpha,
        wouldPickId: ids.alpha,
        message: "Alpha\nis faster.",
        name: "Robin",
      },
      ...{
        state: "accepted",
        closedAt: at,
        outcomeReason: "You are right.",
        revisionId: await revisionAt(10, at),
      },
    });
    expect(await findStatus(statusToken)).toEqual({
      about: {
        left: { slug: "beta", name: "Beta" },
        right: { slug: "alpha", name: "Alpha" },
        path: "/compare/beta-vs-alpha",
      },
      ...{
        state: "accepted",
        wouldPick: "Alpha",
        message: "Alpha\nis faster.",
        hasName: true,
        hasEmail: false,
      },
      ...{
        outcomeReason: "You are right.",
        changedAt: at.toISOString(),
        receivedAt: receivedAt.toISOString(),
      },
      ...{ closedAt: at.toISOString(), erasedAt: null },
    });
  });

  it.each(FEEDBACK_STATES)("says how it stands, and nothing of the filter: %s", async (state) => {
    const { statusToken } = await addFeedback({ state });
    const shown = state === "spam" ? "new" : state;
    expect(await findStatus(statusToken)).toMatchObject({ state: shown, about: null, wouldPick: null });
  });

  it.each(["", "a", "a/b", "a b", "%00", "\u0000", "\ud800", "é", "a\n", "a".repeat(101), "' OR true --"])(
    "that is none shows nothing: %j",
    async (token) => {
      await addFeedback();
      expect(await findStatus(token)).toBeNull();
    },
  );
});

describe("what readers say", () => {
  const say = (pick: string | null, page = { left: "beta", right: "alpha" }) =>
    findReadersSay({ ...page, pick });
  const pair = () => ({ leftId: ids.beta, rightId: ids.alpha });

  it("is nothing at first, and for pages that are not there", async () => {
    const nothing = { changedAt: null, agrees: 0, disagrees: 0, history: [] };
    expect(await say("alpha")).toEqual(nothing);
    expect(await say(null, { left: "nobody", right: "alpha" })).toEqual(nothing);
  });

  it("has the last change that came of an accepted message, whichever way round the pair was", async () => {
    const days = [24, 25, 26, 27, 28].map((day) => new Date(Date.UTC(2026, 10, day)));
    const [first, second, third, fourth, fifth] = await Promise.all(
      days.map((day, index) => revisionAt(20 + index, day)),
    );
    const outcome = { outcomeReason: "So." };
    await addFeedback({ ...pair(), state: "accepted", ...outcome, revisionId: first ?? null });
    await addFeedback({
      ...{ leftId: ids.alpha, rightId: ids.beta, state: "accepted", ...outcome, revisionId: second ?? null },
    });
    await addFeedback({ ...pair(), state: "accepted", ...outcome });
    await addFeedback({ ...pair(), state: "declined", ...outcome, revisionId: third ?? null });
    await addFeedback({
      ...{ leftId: ids.gamma, rightId: ids.alpha, state: "accepted", ...outcome, revisionId: fourth ?? null },
    });
    await addFeedback({ state: "accepted", ...outcome, revisionId: fifth ?? null });
    expect((await say(null))?.changedAt).toBe(days[1]?.toISOString());
    expect((await say(null, { left: "alpha", right: "beta" })).changedAt).toBe(days[1]?.toISOString());
  });

  it("has the votes on the verdict that the page has now", async () => {
    const [leftId = "", rightId = ""] = [ids.alpha, ids.beta].sort();
    await db().voteTally.createMany({
      data: [
        { leftId, rightId, verdict: ids.alpha, agrees: 5, disagrees: 1 },
        { leftId, rightId, verdict: ids.beta, agrees: 2, disagrees: 7 },
        { leftId, rightId, verdict: "none", agrees: 3, disagrees: 4 },
      ],
    });
    expect(await say("alpha")).toMatchObject({ agrees: 5, disagrees: 1 });
    expect(await say("beta")).toMatchObject({ agrees: 2, disagrees: 7 });
    expect(await say(null)).toMatchObject({ agrees: 3, disagrees: 4 });
    expect(await say("alpha", { left: "alpha", right: "beta" })).toMatchObject({ agrees: 5, disagrees: 1 });
    expect(await say("alpha", { left: "alpha", right: "gamma" })).toMatchObject({ agrees: 0, disagrees: 0 });
  });
});
