import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { emptyComparisonForm } from "@/lib/comparisons/form";
import { listChanges } from "@/lib/drafts/diff";
import { Changes } from "./changes";

const form = (given: object) => ({ ...emptyComparisonForm(), left: "a", right: "b", ...given });

const shown = (before: object, after: object) =>
  renderToStaticMarkup(<Changes changes={listChanges("comparison", form(before), form(after))} />);

test("what was put in and taken out is marked, and said to those who do not see the marks", () => {
  const html = shown({ reason: "It is fast" }, { reason: "It is slow" });
  expect(html).toMatch(/<del[^>]*><span class="sr-only"> \[removed: <\/span>fast/);
  expect(html).toMatch(/<ins[^>]*><span class="sr-only"> \[added: <\/span>slow/);
});

test("a long text is shown near to where it changed", () => {
  const long = "word ".repeat(2_000);
  const html = shown({ body: `${long}old ${long}` }, { body: `${long}new ${long}` });
  expect(html.length).toBeLessThan(2_000);
  expect(html.match(/ … /g)).toHaveLength(2);
});

test("a row says what became of it", () => {
  const rows = (...questions: string[]) => ({
    faq: questions.map((question) => ({ key: question, question, answer: "" })),
  });
  const html = shown(rows("One", "Two", "Three"), rows("Three", "One", "Two", "Four"));
  expect(html).toContain("Question 1, moved: it was Question 3");
  expect(html).toContain("Question 4, added");
  expect(shown(rows("One", "Two"), rows("One"))).toContain("Question 2, removed");
});

test("HTML in a text stays text", () => {
  expect(shown({ body: "" }, { body: "<script>alert(1)</script>" })).not.toContain("<script");
});

test("two that are the same are said to be", () => {
  expect(shown({}, {})).toContain("Nothing differs");
});
