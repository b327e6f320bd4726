import { expect, type Locator, type Page, test } from "@playwright/test";
import { followByKeyboard } from "./fixtures/keyboard";

type Follow = (page: Page, link: Locator) => Promise<void>;

const byMouse: Follow = (_page, link) => link.click();

/** From the home page down to what we say of two technologies of a category. */
async function browseToComparison(page: Page, follow: Follow): Promise<void> {
  await page.goto("/");
  await follow(
    page,
    page.getByRole("navigation", { name: "Site" }).getByRole("link", { name: "Categories" }),
  );
  await expect(page).toHaveURL(/\/categories$/);
  await follow(page, page.getByRole("main").getByRole("link", { name: "Races", exact: true }));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Races");
  await follow(
    page,
    page.getByRole("region", { name: "All of Races" }).getByRole("link", { name: "Racer B" }),
  );
  await expect(page).toHaveURL(/\/technologies\/race-b$/);
  const alternatives = page.getByRole("region", { name: "Alternatives to Racer B" });
  await follow(page, alternatives.getByRole("link", { name: "We pick Racer A" }));
  await expect(page).toHaveURL(/\/compare\/race-a-vs-race-b$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Racer A vs Racer B");
}

test("a reader browses from the home page to a comparison by mouse", ({ page }) =>
  browseToComparison(page, byMouse));

test("a reader browses from the home page to a comparison by keyboard alone", ({ page }) =>
  browseToComparison(page, followByKeyboard));

test("what our editors have written stands where two are chosen, until some are", async ({ page }) => {
  await page.goto("/compare");
  const written = page.getByRole("region", { name: "Written by our editors" });
  const entry = written.getByRole("listitem").filter({ hasText: "Bench Left vs Bench Right" });
  await expect(entry).toContainText("We pick Bench Right");
  await entry.getByRole("link").click();
  await expect(page).toHaveURL(/\/compare\/bench-left-vs-bench-right$/);
  await page.goto("/compare?left=even-a&right=");
  await expect(written).toBeHidden();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a reader browses from the home page to a comparison", ({ page }) =>
    browseToComparison(page, byMouse));

  test("filters are a plain form whose choice stands in the address", async ({ page }) => {
    await page.goto("/technologies");
    await page.getByLabel("Category").selectOption("Races");
    await page.getByLabel("Our rating").selectOption("Trial");
    await page.getByRole("button", { name: "Show" }).click();
    await expect(page).toHaveURL(/\/technologies\?category=races&ring=trial$/);
    await expect(page.getByRole("heading", { level: 2 })).toHaveText("2 found");
    await expect(page.getByLabel("Category")).toHaveValue("races");
    await page.getByLabel("Kind").selectOption("Platform");
    await page.getByRole("button", { name: "Show" }).click();
    await expect(page).toHaveURL(/\/technologies\?kind=platform&category=races&ring=trial$/);
    await expect(page.getByRole("listitem").filter({ hasText: "Racer C" })).toBeVisible();
    await page.getByRole("link", { name: "Remove the filter Rated Trial" }).click();
    await expect(page).toHaveURL(/\/technologies\?kind=platform&category=races$/);
    await page.getByRole("link", { name: "Clear all" }).click();
    await expect(page).toHaveURL(/\/technologies$/);
  });

  test("compare with… has this side filled in", async ({ page }) => {
    await page.goto("/technologies/race-a");
    await expect(page.getByLabel("This", { exact: true })).toHaveValue("Racer A");
    await page.getByLabel("Or that", { exact: true }).fill("Racer C");
    await page.getByRole("button", { name: "Compare" }).click();
    await expect(page).toHaveURL(/\/compare\/race-a-vs-race-c$/);
  });
});

test("a letter leads to what begins with it, and is let go of by the same link", async ({ page }) => {
  await page.goto("/technologies?category=races");
  const letters = page.getByRole("navigation", { name: "By first letter" });
  await expect(letters.getByRole("link")).toHaveText(["R"]);
  await letters.getByRole("link", { name: "R" }).click();
  await expect(page).toHaveURL(/\/technologies\?category=races&letter=r$/);
  await expect(letters.getByRole("link", { name: "R" })).toHaveAttribute("aria-current", "true");
  await letters.getByRole("link", { name: "R" }).click();
  await expect(page).toHaveURL(/\/technologies\?category=races$/);
});

test("nothing is offered that finds nothing, and an empty list says so", async ({ page }) => {
  await page.goto("/technologies?category=races");
  await expect(page.getByLabel("Kind").getByRole("option")).toHaveText(["Every kind", "Tool", "Platform"]);
  await page.goto("/technologies?kind=practice&category=races");
  await expect(page.getByText("Nothing on file is all of that.")).toBeVisible();
  await expect(page.getByLabel("Kind")).toHaveValue("practice");
});

test("a long list has pages, and an address past its end says where it ends", async ({ page }) => {
  await page.goto("/technologies?category=crowd");
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page).toHaveURL(/\/technologies\?category=crowd&page=2$/);
  await expect(page.getByText("Page 2 of 3")).toBeVisible();
  await page.goto("/technologies?category=crowd&page=4");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no page 4");
  await page.getByRole("link", { name: "page 3" }).click();
  await expect(page.getByRole("link", { name: "Previous" })).toBeVisible();
  await page.goto("/categories/crowd?page=4");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no page 4");
});

test("what a filter does not know is said, with the status 404", async ({ page }) => {
  const said: [string, string][] = [
    ["/technologies?kind=gadget", "We know no kind “gadget”."],
    ["/technologies?category=nowhere", "We know no category “nowhere”."],
    ["/technologies?ring=best", "We know no rating “best”."],
    ["/technologies?letter=%C3%A9", "We know no letter “é”."],
    ["/technologies?kind=tool&page=0", "We know no page “0”."],
  ];
  for (const [path, words] of said) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(404);
    await expect(page.getByText(words)).toBeVisible();
    await expect(page.getByLabel("Kind")).toBeVisible();
  }
});

test("a list has one address", async ({ request }) => {
  const moves: [string, string][] = [
    ["/technologies?kind=&category=races&ring=&page=1", "/technologies?category=races"],
    ["/technologies?ring=adopt&kind=TOOL", "/technologies?kind=tool&ring=adopt"],
    ["/technologies?kind=tool&kind=library", "/technologies?kind=tool"],
    ["/categories/Races", "/categories/races"],
    ["/categories/races/", "/categories/races"],
    ["/best/RACES", "/best/races"],
    ["/best/races?kind=Tool", "/best/races?kind=tool"],
    ["/best/races?kind=", "/best/races"],
    ["/categories/", "/categories"],
    ["/best/", "/best"],
  ];
  for (const [from, to] of moves) {
    const response = await request.get(from, { maxRedirects: 0 });
    expect(response.status(), from).toBe(308);
    const { pathname, search } = new URL(response.headers().location ?? "", "http://localhost");
    expect(pathname + search, from).toBe(to);
    expect((await request.get(to, { maxRedirects: 0 })).status(), to).toBe(200);
  }
});

test("whatever is asked of a list, the answer is a page", async ({ request }) => {
  test.setTimeout(120_000);
  const long = "x".repeat(3_000);
  const values = [
    "%00",
    "%ED%A0%80",
    "%zz",
    "'%22%5C",
    "__proto__",
    "constructor",
    long,
    "-1",
    "1e9",
    "%25",
    "🧊",
  ];
  const fields: [string, string[]][] = [
    ["/technologies", ["kind", "category", "letter", "page", "__proto__"]],
    ["/categories/races", ["page"]],
    ["/best/races", ["kind"]],
    ["/best/tool", ["kind"]],
  ];
  for (const [root, names] of fields) {
    for (const name of names) {
      for (const value of values) {
        const path = `${root}?${name}=${value}&${name}=${value}`;
        expect((await request.get(path, { maxRedirects: 0 })).status(), path.slice(0, 80)).toBeLessThan(500);
      }
    }
  }
  for (const path of [
    "/categories/nothing",
    "/best/nothing",
    "/categories/%00",
    `/best/${long}`,
    "/best/__proto__",
  ]) {
    const response = await request.get(path, { maxRedirects: 0 });
    expect([400, 404], path.slice(0, 80)).toContain(response.status());
  }
});

test("a category shows what we pick, what editors wrote, and how much there is of each kind", async ({
  page,
}) => {
  await page.goto("/categories/databases");
  const picks = page.getByRole("region", { name: "What we pick" });
  await expect(picks.getByRole("heading", { level: 3 }).first()).toBeVisible();
  await expect(picks.getByRole("link", { name: /how we rank/i })).toHaveAttribute("href", "/best/databases");
  const written = page.getByRole("region", { name: "Written by our editors" });
  await expect(written.getByRole("link", { name: "PostgreSQL vs MySQL" })).toBeVisible();
  await page.goto("/categories/races");
  await page.getByRole("link", { name: "4 tools" }).click();
  await expect(page).toHaveURL(/\/technologies\?kind=tool&category=races$/);
  await page.goto("/categories/bare");
  await expect(page.getByText("Nothing is on file here yet.")).toBeVisible();
});

test("a technology's page has its facts, its mark, and its neighbours in the category", async ({ page }) => {
  await page.goto("/technologies/postgresql");
  const facts = page.getByRole("complementary", { name: "Facts" });
  for (const fact of ["Also known as", "License", "First released", "Links", "Where to learn it"]) {
    await expect(facts.getByText(fact, { exact: true })).toBeVisible();
  }
  await expect(page.getByRole("heading", { name: "The case for it" })).toBeVisible();
  await expect(page.locator("article header svg").first()).toBeVisible();
  await page.goto("/technologies/race-c");
  const neighbours = page.getByRole("navigation", { name: "More of Races" });
  await neighbours.getByRole("link", { name: "Racer D" }).click();
  await expect(page).toHaveURL(/\/technologies\/race-d$/);
});
