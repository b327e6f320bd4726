import { describe, expect, it } from "vitest";
import { exportAddress, inboxAddress, readAbout } from "./inbox-address";
import { inboxQuerySchema } from "./schema";

const asked = (given: Record<string, string>) => {
  const query = inboxQuerySchema.parse(given);
  return { ...query, state: query.state ?? ("waiting" as const) };
};

describe("the address of the inbox", () => {
  it("leaves out what is shown unasked", () => {
    expect(inboxAddress(asked({}))).toBe("/admin/feedback");
    expect(inboxAddress(asked({ state: "waiting", page: "1" }))).toBe("/admin/feedback");
  });

  it("keeps what was asked for, and begins at the first page when something else is", () => {
    const query = asked({ q: "a&b", about: "mysql-vs-postgresql", assignee: "me", page: "3" });
    const narrowing = "q=a%26b&about=mysql-vs-postgresql&assignee=me";
    expect(inboxAddress(query, { page: 4 })).toBe(`/admin/feedback?${narrowing}&page=4`);
    expect(inboxAddress(query, { state: "spam" })).toBe(`/admin/feedback?${narrowing}&state=spam`);
    expect(exportAddress(query)).toBe(`/admin/feedback/export?${narrowing}&state=waiting`);
  });
});

describe("a comparison as it is typed", () => {
  it.each([
    ["mysql-vs-postgresql", "mysql-vs-postgresql"],
    ["  MySQL vs PostgreSQL ", "mysql-vs-postgresql"],
    ["Vue.js vs. Ruby on Rails", "vue-js-vs-ruby-on-rails"],
    ["MySQL", null],
    ["", null],
    [" vs ", null],
  ])("%j means %j", (typed, pair) => {
    expect(readAbout(typed)).toBe(pair);
  });
});
