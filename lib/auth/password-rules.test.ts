import { expect, it } from "vitest";
import { checkNewPassword } from "./password-rules";

it.each([
  "correct horse battery",
  "ça va très bien",
  "🧊🧊🧊🧊🧊🧊🧊🧊",
  `${"x".repeat(127)}y`,
  "        a  b    ",
])("%j can be a password", (password) => {
  expect(checkNewPassword(password)).toBeNull();
});

it.each([
  ["seven77", "needs at least 8 characters"],
  ["🧊🧊🧊🧊🧊🧊🧊", "needs at least 8 characters"],
  ["e\u0301".repeat(7), "needs at least 8 characters"],
  ["x".repeat(129), "can have at most 128 characters"],
  ["password", "is among the most common ones"],
  ["PassWord", "is among the most common ones"],
  ["12345678", "is among the most common ones"],
  ["half a \ud83d letter", "holds a character"],
])("%j cannot: it %s", (password, problem) => {
  expect(checkNewPassword(password)).toContain(problem);
});

it("128 characters are counted as people do", () => {
  expect(checkNewPassword("🧊".repeat(128))).toBeNull();
  expect(checkNewPassword("🧊".repeat(129))).toContain("at most 128");
});
