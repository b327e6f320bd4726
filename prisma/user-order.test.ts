import { expect, it } from "vitest";
import { readUserOrder } from "./user-order";

it.each([
  [
    ["create", " Ada@NicePick.example", "--role", "owner"],
    { verb: "create", email: "ada@nicepick.example", name: "ada", role: "owner" },
  ],
  [
    ["--role=author", "--name", " Ada L. ", "create", "ada@nicepick.example"],
    { verb: "create", email: "ada@nicepick.example", name: "Ada L.", role: "author" },
  ],
  [["reset", "ada@nicepick.example"], { verb: "reset", email: "ada@nicepick.example" }],
])("%j is an order", (args, order) => {
  expect(readUserOrder(args)).toEqual({ ok: true, order });
});

it.each([
  [[], ""],
  [["create"], ""],
  [["create", "ada@nicepick.example"], ""],
  [
    ["create", "ada@nicepick.example", "--role", "admin"],
    'ROLE: "admin" is not one of author, editor, owner',
  ],
  [["create", "ada@nicepick.example", "--role"], ""],
  [["create", "ada@nicepick.example", "--role", "owner", "--name", "a\nb"], "NAME: "],
  [["create", "ada@nicepick.example", "--role", "owner", "more"], ""],
  [["create", "nobody", "--role", "owner"], 'EMAIL: "nobody" is not an e-mail address'],
  [["reset"], ""],
  [["reset", "ada@nicepick.example", "--role", "owner"], ""],
  [["delete", "ada@nicepick.example"], ""],
  [["reset", "ada@nicepick.example", "--force"], ""],
])("%j is none: it is answered with how to use it", (args, problem) => {
  const result = readUserOrder(args);
  if (result.ok) throw new Error("accepted");
  expect(result.message).toContain(`${problem}`);
  expect(result.message).toContain("Usage: npm run user -- create EMAIL --role ROLE");
});
