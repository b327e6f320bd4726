import { expect, test } from "@playwright/test";
import { query } from "../lib/testing/signed-in";
import { databaseUrl, makeAccount, openAs } from "./fixtures/accounts";
import { LONG_NAME } from "./fixtures/catalogue";
import { listLookFaults } from "./fixtures/looks";
import { makeMessage } from "./fixtures/messages";
import { collectFaults } from "./fixtures/policy";

// Every page of the desk and of the ways into it, in both themes, small and large.

async function idOf(sql: string): Promise<string> {
  const [row] = await query<{ id: string }>(await databaseUrl(), sql);
  return row?.id ?? "";
}

const LONG_TEXT = `${"It leaks. ".repeat(200)}\n\n${"x".repeat(300)}`;

async function listPages(): Promise<string[]> {
  const bench = await idOf(`SELECT id FROM "Technology" WHERE slug = 'bench-right'`);
  const long = await idOf(`SELECT id FROM "Technology" WHERE slug = 'long-name'`);
  const pair = await idOf(
    `SELECT c.id FROM "Comparison" c JOIN "Technology" t ON t.id = c."leftId" WHERE t.slug = 'bench-left'`,
  );
  const category = await idOf(`SELECT id FROM "Category" WHERE slug = 'test-bench'`);
  const about: [string, string] = ["bench-left", "bench-right"];
  const waiting = await makeMessage({
    about,
    name: LONG_NAME,
    email: "ada@reader.example",
    message: LONG_TEXT,
  });
  const held = await makeMessage({ state: "spam" });
  return [
    "/admin",
    "/admin/technologies",
    "/admin/technologies?q=there+is+no+such+thing",
    "/admin/comparisons",
    "/admin/categories",
    "/admin/technologies/new",
    `/admin/technologies/${bench}`,
    `/admin/technologies/${long}`,
    `/admin/technologies/${bench}/history`,
    "/admin/comparisons/new",
    "/admin/comparisons/new?left=even-a&right=long-name",
    `/admin/comparisons/${pair}`,
    `/admin/comparisons/${pair}/history`,
    "/admin/categories/new",
    `/admin/categories/${category}`,
    "/admin/feedback",
    "/admin/feedback?state=spam",
    "/admin/feedback?about=bench-left-vs-bench-right",
    "/admin/feedback?q=there+is+no+such+thing",
    `/admin/feedback/${waiting.feedback}`,
    `/admin/feedback/${held.feedback}`,
    "/admin/outbox",
    `/admin/outbox/${waiting.mail}`,
    "/admin/profile",
    "/admin/users",
    "/admin/audit",
    "/admin/settings",
    "/admin/design",
    "/admin/forbidden",
  ];
}

const OUTSIDE = [
  "/admin/sign-in",
  "/admin/sign-in?error=Throttled",
  "/admin/set-up",
  "/admin/invite",
  "/admin/reset",
  "/admin/forgot",
];

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [390, 1440]) {
    test(`nothing that axe finds, and nothing wider than the screen: ${colorScheme}, ${width} px`, async ({
      browser,
      baseURL,
    }) => {
      test.setTimeout(300_000);
      const options = { ...(baseURL && { baseURL }), colorScheme, viewport: { width, height: 900 } };
      const inside = await (await openAs(browser, await makeAccount("owner"), options)).newPage();
      const outside = await (await browser.newContext(options)).newPage();
      const faults: string[] = [];
      for (const [page, paths] of [
        [inside, await listPages()],
        [outside, OUTSIDE],
      ] as const) {
        const broken = collectFaults(page);
        for (const path of paths) {
          await page.goto(path);
          // A form is drawn, and its preview with it, once the script runs.
          await page.waitForLoadState("networkidle");
          const hasFrame = path.startsWith("/admin/outbox/");
          faults.push(...(await listLookFaults(page, { path, hasFrame })));
        }
        faults.push(...broken);
      }
      expect(faults).toEqual([]);
    });
  }
}
