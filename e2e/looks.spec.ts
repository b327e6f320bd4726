import { expect, test } from "@playwright/test";
import { listLookFaults } from "./fixtures/looks";
import { collectFaults } from "./fixtures/policy";

const PAGES = [
  "/",
  "/compare",
  "/compare?left=nothing&right=even%20a",
  "/compare/bench-left-vs-bench-right",
  "/compare/ref-os-virtualization-vs-ref-paravirtualization",
  "/compare/even-a-vs-even-b",
  "/compare/unrated-a-vs-unrated-b",
  "/compare/a-concept-vs-even-a",
  "/compare/even-a-vs-long-name",
  "/compare/even-a-vs-nothing",
  "/technologies",
  "/technologies?kind=database&ring=hold&letter=z",
  "/technologies?kind=gadget",
  "/technologies?page=999",
  "/technologies/postgresql",
  "/technologies/long-name",
  "/categories",
  "/categories/databases",
  "/categories/test-bench",
  "/categories/nothing",
  "/best",
  "/best/databases",
  "/best/test-bench",
  "/best/test-bench?kind=concept",
  "/best/test-bench?kind=gadget",
  "/best/tool",
  "/feedback",
  "/feedback?pair=even-a-vs-long-name",
  "/feedback?pair=nothing-vs-nobody",
  "/feedback/status/nothing",
  "/feedback/vote",
  "/feedback/vote?pair=bench-left-vs-bench-right&pick=bench-right&choice=agree",
  "/search",
  "/search?q=even",
  "/search?q=even%20a%20vs%20nothing",
  "/search?q=nothing%20at%20all&asked=1",
  "/privacy",
  "/changes",
  "/changes?before=nothing",
  "/methodology",
  "/nothing",
  "/unavailable",
];

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [390, 1440]) {
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 } });

      test("no page has a fault that axe finds, or is wider than the screen", async ({ page }) => {
        test.setTimeout(240_000);
        const faults = collectFaults(page);
        for (const path of PAGES) {
          await page.goto(path);
          faults.push(...(await listLookFaults(page, { path })));
        }
        expect(faults).toEqual([]);
      });
    });
  }
}

test("pages load nothing from elsewhere and report no error", async ({ page, baseURL }) => {
  const faults: string[] = [];
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("request", (request) => {
    if (!request.url().startsWith(`${baseURL}/`)) faults.push(request.url());
  });
  for (const path of [
    "/",
    "/compare/bench-left-vs-bench-right",
    "/technologies/postgresql",
    "/technologies",
  ]) {
    await page.goto(path, { waitUntil: "networkidle" });
  }
  expect(faults).toEqual([]);
});
