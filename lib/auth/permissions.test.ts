import { expect, it } from "vitest";
import { can, canWriteDraft, permissionOf } from "./permissions";

it.each([
  ["sign-in", null],
  ["set-up", null],
  ["forgot", null],
  ["sign-in/more", "admin.enter"],
  ["", "admin.enter"],
  ["technologies/new", "admin.enter"],
  ["users", "users.manage"],
  ["users/1/more", "users.manage"],
  ["settings", "settings.read"],
  ["audit", "audit.read"],
  ["constructor", "admin.enter"],
  ["Users", "admin.enter"],
])("/admin/%s asks for %s", (path, permission) => {
  expect(permissionOf(path.split("/"))).toBe(permission);
});

it("who may do what", () => {
  expect([can("author", "items.publish"), can("editor", "items.publish")]).toEqual([false, true]);
  expect([can("editor", "users.manage"), can("owner", "users.manage")]).toEqual([false, true]);
  expect([can("author", "audit.read"), can("editor", "audit.read")]).toEqual([false, true]);
});

it("authors write in their own drafts and begin new ones; editors in all", () => {
  const author = { id: "a", role: "author" } as const;
  expect(canWriteDraft(author, null)).toBe(true);
  expect(canWriteDraft(author, { authorId: "a" })).toBe(true);
  expect(canWriteDraft(author, { authorId: "b" })).toBe(false);
  expect(canWriteDraft({ id: "e", role: "editor" }, { authorId: "b" })).toBe(true);
});
