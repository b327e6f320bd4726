import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makePreviewToken, readPreviewToken } from "./token";

beforeAll(() => {
  process.env.NEXTAUTH_SECRET = "a secret for tests, long enough for it";
});
afterAll(() => {
  delete process.env.NEXTAUTH_SECRET;
});

const ticket = {
  id: "019ab3c0-1234-7abc-8def-0123456789ab",
  expiresAt: new Date("2026-11-29T10:00:00.123Z"),
};
const NOW = new Date("2026-11-22T10:00:00Z");

test("a token says what it was made of, until it expires", () => {
  const token = makePreviewToken(ticket);
  expect(readPreviewToken(token, NOW)).toEqual(ticket);
  expect(readPreviewToken(token, new Date(ticket.expiresAt.getTime() - 1))).toEqual(ticket);
  expect(readPreviewToken(token, ticket.expiresAt)).toBeNull();
});

describe("no token is", () => {
  // The secret is not there yet while tests are collected.
  const token = () => makePreviewToken(ticket);
  test.each([
    ["nothing", () => ""],
    ["part of one", () => token().slice(0, 71)],
    ["one with something behind it", () => `${token()}A`],
    ["one with a slash behind it", () => `${token()}/`],
    ["one in other letters", () => token().replace(/^./, "%41")],
    [
      "one with another id",
      () => {
        const other = makePreviewToken({ ...ticket, id: ticket.id.replace("019", "018") });
        return other.slice(0, 30) + token().slice(30);
      },
    ],
    [
      "one with a later expiry",
      () => {
        const later = new Date("2027-11-29T10:00:00.123Z");
        return makePreviewToken({ ...ticket, expiresAt: later }).slice(0, 29) + token().slice(29);
      },
    ],
  ])("%s", (_, made) => {
    expect(readPreviewToken(made(), NOW)).toBeNull();
  });

  test("one with any bit changed", () => {
    const bytes = Buffer.from(token(), "base64url");
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const forged = Buffer.from(bytes);
      forged.writeUInt8(forged.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(readPreviewToken(forged.toString("base64url"), NOW)).toBeNull();
    }
  });
});
