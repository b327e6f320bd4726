import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ComparisonView } from "@/components/comparison/comparison-view";
import { TechnologyView } from "@/components/technology/technology-view";
import { comparisonPreview, technologyPreview } from "@/lib/previews/build";
import { emptyTechnologyForm } from "@/lib/technologies/form";
import { comparisonForm, technologyForm } from "@/lib/testing/form-arbitraries";
import { LivePreview } from "./live-preview";

const context = { names: new Map(), categories: new Map(), now: "2026-11-22T10:00:00.000Z" };

test("whatever may be kept as a draft can be drawn, and draws no script and no link that runs one", () => {
  fc.assert(
    fc.property(technologyForm, technologyForm, fc.option(comparisonForm), (left, right, curated) => {
      const page = comparisonPreview({
        ...context,
        left,
        right,
        ...(curated && { comparison: curated }),
      });
      const html = [
        renderToStaticMarkup(<ComparisonView page={page} contact="nice@nicepick.example" />),
        renderToStaticMarkup(<TechnologyView technology={technologyPreview(left, context)} />),
      ].join("");
      expect(html).not.toMatch(/<script|href="javascript:/i);
      expect(html.match(/<h1/g)).toHaveLength(2);
    }),
    { seed: 20_262, numRuns: 80 },
  );
});

test("the preview is a frame with a name, and stands before anything has been fetched", () => {
  const html = renderToStaticMarkup(
    <LivePreview type="technology" form={emptyTechnologyForm()} categories={[]} />,
  );
  expect(html).toMatch(/<iframe[^>]* title="Preview"/);
  expect(html).toContain("As it would read against");
  for (const width of ["390", "768", "1280"]) expect(html).toContain(width);
});
