import { expect, it } from "vitest";
import { verifiedEmail } from "./oauth-providers";

it.each([
  ["google", { email: "Ada@Example.org", email_verified: true }, "ada@example.org"],
  ["google", { email: "ada@example.org", email_verified: false }, null],
  ["google", { email: "ada@example.org", email_verified: "true" }, null],
  ["google", { email: "ada@example.org" }, null],
  ["google", { email_verified: true }, null],
  ["github", { email: "ada@example.org" }, "ada@example.org"],
  ["github", {}, null],
  ["github", undefined, null],
])("%s vouches for the address in %j: %s", (provider, profile, email) => {
  expect(verifiedEmail(provider, profile)).toBe(email);
});
