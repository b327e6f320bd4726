import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ENTRY } from "@/lib/feedback/entry";
import type { RefusedForm } from "@/lib/feedback/refused-form";
import { FeedbackForm } from "./feedback-form";

const about = { left: { slug: "react", name: "React" }, right: { slug: "vue", name: "Vue" } };
const ticket = { key: "a-key", stamp: "a.stamp" };

function draw(given: Partial<Parameters<typeof FeedbackForm>[0]> = {}): string {
  return renderToStaticMarkup(<FeedbackForm about={about} ticket={ticket} mail {...given} />);
}

/** The opening tags of the controls of a name. */
function controls(html: string, name: string): string[] {
  return html.match(new RegExp(`<(?:input|textarea)[^>]* name="${name}"[^>]*>`, "g")) ?? [];
}

test("the form is a plain one, whose fields are named as outsiders were told", () => {
  const html = draw();
  expect(html).toMatch(/<form[^>]* action="\/api\/feedback" method="post"/);
  const values = controls(html, "wouldPick").map((tag) => /value="([^"]*)"/.exec(tag)?.[1]);
  expect(values).toEqual(["react", "vue", "neither"]);
  for (const name of ["message", "builtWith", "name", "email"]) expect(controls(html, name)).toHaveLength(1);
  const hidden = { [ENTRY.pair]: "react-vs-vue", [ENTRY.key]: "a-key", [ENTRY.stamp]: "a.stamp" };
  for (const [name, value] of Object.entries(hidden)) {
    expect(controls(html, name)).toEqual([`<input type="hidden" name="${name}" value="${value}"/>`]);
  }
  expect(html).not.toContain("maxlength");
});

test("the trap is for programs: nobody sees it, is led to it, or has it filled in by a browser", () => {
  const html = draw();
  const [trap = ""] = controls(html, ENTRY.trap);
  for (const attribute of ['type="text"', 'value=""', 'tabindex="-1"', 'autoComplete="off"']) {
    expect(trap).toContain(attribute);
  }
  expect(html).toMatch(new RegExp(`<div aria-hidden="true" class="sr-only">[^/]*${ENTRY.trap}`));
});

test("about the site as a whole there is nothing to pick", () => {
  const html = draw({ about: null });
  expect(controls(html, "wouldPick")).toEqual(['<input type="hidden" name="wouldPick" value="neither"/>']);
  expect(controls(html, ENTRY.pair)).toEqual([`<input type="hidden" name="${ENTRY.pair}" value=""/>`]);
});

test("a refused form comes back with what was typed, and what is wrong at its fields and above", () => {
  const refused: RefusedForm = {
    values: { wouldPick: "vue", message: "\nFirst & <last>", email: "nobody", name: 'A "B"' },
    errors: { email: "is not an e-mail address", stamp: "is more than 30 days old", "<i>": "is not a field" },
    message: "This cannot be sent as it is.",
  };
  const html = draw({ refused });
  expect(html).toContain("\nFirst &amp; &lt;last&gt;</textarea>");
  expect(controls(html, "name")[0]).toContain('value="A &quot;B&quot;"');
  const checked = controls(html, "wouldPick").filter((tag) => tag.includes("checked"));
  expect(checked).toHaveLength(1);
  expect(checked[0]).toContain('value="vue"');
  const [email = ""] = controls(html, "email");
  expect(email).toContain('aria-invalid="true"');
  expect(email).toContain('aria-describedby="feedback-email-error"');
  expect(html).toMatch(/id="feedback-email-error"[^>]*>▲ Your e-mail is not an e-mail address/);
  expect(controls(html, "message")[0]).not.toContain("aria-invalid=");
  expect(html).toMatch(/role="alert".*href="#feedback-email".*time stamp is more than 30 days old/s);
  expect(html).toContain("“&lt;i&gt;” is not a field");
});
