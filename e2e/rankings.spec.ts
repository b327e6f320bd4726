import { expect, type Locator, type Page, test } from "@playwright/test";
import { followByKeyboard } from "./fixtures/keyboard";

type Follow = (page: Page, link: Locator) => Promise<void>;

const byMouse: Follow = (_page, link) => link.click();

/** From the home page to a ranking, to the comparison of two of its places, and back by a technology's record. */
async function readRanking(page: Page, follow: Follow): Promise<void> {
  await page.goto("/");
  await follow(page, page.getByRole("navigation", { name: "Site" }).getByRole("link", { name: "Best" }));
  await expect(page).toHaveURL(/\/best$/);
  await follow(page, page.getByRole("main").getByRole("link", { name: "Races", exact: true }));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Best in Races");
  await follow(page, page.getByRole("link", { name: "Why Racer A over Racer B" }));
  await expect(page).toHaveURL(/\/compare\/race-a-vs-race-b$/);
  await page.goto("/technologies/race-b");
  await follow(page, page.getByRole("link", { name: "shares 2nd place in Races" }));
  await expect(page).toHaveURL(/\/best\/races$/);
}

test("a reader reads a ranking by mouse", ({ page }) => readRanking(page, byMouse));

test("a reader reads a ranking by keyboard alone", ({ page }) => readRanking(page, followByKeyboard));

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a reader reads a ranking", ({ page }) => readRanking(page, byMouse));
});

const places = (page: Page) =>
  page
    .getByRole("main")
    .getByRole("list")
    .filter({ has: page.locator("h2") })
    .getByRole("listitem");

test("places come with a reason, ties are shown as ties, and who met nobody stands apart", async ({
  page,
}) => {
  await page.goto("/best/races");
  await expect(places(page)).toHaveCount(4);
  const reasons = [
    ["Place 1", "Racer A", "Nice Pick", "3 of 3", "Picked in all 3: over Racer B, Racer C and Racer D."],
    [
      "Shared place =2",
      "Racer B",
      "1 of 3",
      "Picked in 1 of 3: over Racer D. Passed over for Racer A. Too close to call with Racer C.",
    ],
    [
      "Shared place =2",
      "Racer C",
      "1 of 3",
      "Picked in 1 of 3: over Racer D. Passed over for Racer A. Too close to call with Racer B.",
    ],
    ["Place 4", "Racer D", "0 of 3", "Picked in none of 3. Passed over for Racer A, Racer B and Racer C."],
  ];
  for (const [index, texts] of reasons.entries()) {
    for (const text of texts) await expect(places(page).nth(index)).toContainText(text);
  }
  await expect(page.getByRole("region", { name: "Not ranked yet" }).getByRole("link")).toHaveText([
    "Racer E",
  ]);
});

test("the method stands on the page, with the way to all of it", async ({ page }) => {
  await page.goto("/best/races");
  const method = page.getByRole("region", { name: "How we rank" });
  await expect(method).toContainText(
    "how often something is picked, less how often another is picked over it",
  );
  await expect(method).toContainText("Where our editors have written the comparison, their pick stands.");
  await expect(method.getByRole("link", { name: "Our method in full" })).toHaveAttribute(
    "href",
    "/methodology",
  );
  await expect(page.getByText(/^Last changed/)).toBeVisible();
});

test("a technology's record is the one that the ranking shows", async ({ page }) => {
  for (const category of ["races", "databases"]) {
    await page.goto(`/best/${category}`);
    const shown = await places(page).evaluateAll((items) =>
      items.map((item) => ({
        path: item.querySelector("h2 a")?.getAttribute("href") ?? "",
        record: /(\d+) of (\d+)\s*head-to-heads/.exec(item.textContent ?? "")?.slice(1, 3) ?? [],
        place: /[Pp]lace =?(\d+)/.exec(item.textContent ?? "")?.[1] ?? "",
      })),
    );
    expect(shown.length).toBeGreaterThan(2);
    for (const { path, record, place } of shown) {
      await page.goto(path);
      const [picked = "", of = ""] = record;
      const said = picked === of ? `all ${of}` : `${picked === "0" ? "none" : picked} of ${of}`;
      const line = page.getByRole("main").getByText(`Picked in ${said} head-to-heads`);
      await expect(line, path).toBeVisible();
      await expect(
        page.getByRole("link", { name: new RegExp(`${place}(st|nd|rd|th) place in`) }),
      ).toBeVisible();
    }
  }
});

test("one kind is ranked among its own, and a kind leads category by category", async ({ page }) => {
  await page.goto("/best/races");
  await page.getByRole("link", { name: "Tools" }).click();
  await expect(page).toHaveURL(/\/best\/races\?kind=tool$/);
  await expect(places(page)).toHaveCount(3);
  await page.goto("/best/tool");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The best tools");
  await page.getByRole("link", { name: "Races", exact: true }).click();
  await expect(page).toHaveURL(/\/best\/races\?kind=tool$/);
});

test("a ranking that is not there, or has nobody in it, says so and leads on", async ({ page }) => {
  expect((await page.goto("/best/races?kind=gadget"))?.status()).toBe(404);
  await expect(page.getByText("We know no kind “gadget”.")).toBeVisible();
  expect((await page.goto("/best/nothing"))?.status()).toBe(404);
  await expect(page.getByRole("link", { name: "See the rankings there are" })).toBeVisible();
  expect((await page.goto("/best/crowd"))?.status()).toBe(200);
  await expect(page.getByText("Nothing is decided between any two here yet")).toBeVisible();
  await expect(page.getByRole("link", { name: "And 41 more" })).toBeVisible();
  expect((await page.goto("/best/bare"))?.status()).toBe(200);
  await expect(page.getByText("Nothing is decided between any two here yet")).toBeVisible();
});
