import { expect, type Page, test } from "@playwright/test";
import { curated, reference } from "./fixtures/catalogue";

// A reader without JavaScript sees all there is to read.
test.use({ javaScriptEnabled: false });

/** The page's words in the order of the document, without punctuation and case. */
async function wordsOf(page: Page): Promise<string> {
  return toWords((await page.locator("main").allInnerTexts()).join(" "));
}

function toWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}🧊]+/gu, " ")
    .trim();
}

/** Each text stands in the page after the one before it. */
async function expectInOrder(page: Page, texts: string[]): Promise<void> {
  const words = ` ${await wordsOf(page)} `;
  let at = 0;
  for (const text of texts) {
    const found = words.indexOf(` ${toWords(text)} `, at);
    expect(found, `"${text}" after "${words.slice(Math.max(0, at - 60), at)}"`).toBeGreaterThanOrEqual(0);
    at = found + toWords(text).length + 1;
  }
}

test("the reference page comes out word for word, in its order", async ({ page }) => {
  await page.goto("/compare/ref-os-virtualization-vs-ref-paravirtualization");
  const { osLead, paraLead, osPro, paraPro, con, osClause, paraClause, tradeoff } = reference;
  const [os, para] = ["Operating System Virtualization", "Paravirtualization"];
  await expectInOrder(page, [
    "Dynamic",
    `${os} vs ${para}`,
    `${osLead} meets ${paraLead}. Here's our take.`,
    "🧊 Nice Pick",
    os,
    osLead,
    os,
    "Nice Pick",
    osLead,
    "Pros",
    osPro,
    "Related to: docker, kubernetes",
    "Cons",
    con,
    para,
    paraLead,
    "Pros",
    paraPro,
    "Related to: xen, kvm",
    "Cons",
    con,
    "The Verdict",
    `Use ${os} if: You want ${osClause} and can live with ${tradeoff}.`,
    `Use ${para} if: You prioritize ${paraClause} over what ${os} offers.`,
    "🧊 The Bottom Line",
    `${os} wins`,
    osLead,
    "Disagree with our pick? nice@nicepick.example",
  ]);
});

test("a curated comparison shows every part, and picks the second side", async ({ page }) => {
  const response = await page.goto("/compare/bench-left-vs-bench-right");
  expect(response?.status()).toBe(200);
  await expectInOrder(page, [
    "Curated Test bench March 2026",
    "min read",
    "by Ada Sitter",
    "last verified 5 April 2026",
    "Bench Left vs Bench Right: the first written down vs the one that won",
    curated.standfirst,
    "🧊 Nice Pick",
    "Bench Right",
    curated.reason,
    "Our ratings: Bench Right, Trial; Bench Left, Adopt.",
    "Bench Left",
    "Bench Right",
    "Nice Pick",
    curated.shortAnswer,
    "Use Bench Left if",
    ...curated.useLeftIf,
    "Use Bench Right if",
    ...curated.useRightIf,
    "Also consider",
    "Even A: It is a stool, and folds.",
    "The floor: It never tips over.",
    "Level Two degrees off Level Bench Right",
    "Price Nothing Ten coins Bench Left",
    "Colour Brown Brown Even",
    "Why it tips",
    "One leg is short",
    "Can two people sit on it?",
    "On the right one. On the left one, once.",
    "The carpenter's notes",
    "🧊 The Bottom Line",
    "Bench Right wins",
    curated.bottomLine,
  ]);
});

test("an editor's Markdown becomes no markup but what it may", async ({ page }) => {
  await page.goto("/compare/bench-left-vs-bench-right");
  const body = page.getByRole("region", { name: "The case in full" });
  await expect(body.getByText("<script>alert(1)</script>")).toBeVisible();
  await expect(body.getByRole("link", { name: "manual" })).toHaveAttribute(
    "href",
    "https://example.com/manual",
  );
  await expect(body.getByText("Bad link")).toBeVisible();
  await expect(body.getByRole("link", { name: "Bad" })).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "Why it tips", level: 3 })).toBeVisible();
});

const OTHER_OUTCOMES = [
  {
    path: "/compare/even-a-vs-even-b",
    texts: [
      "Too close to call",
      "We rate both Adopt. Choose by the lines below.",
      "Use Even A if: You want a folding stool and can live with a sore back.",
      "Use Even B if: What decides it for you is this: Weighs less than a cat What you accept: Scratches like one",
      "Would you pick one?",
    ],
  },
  {
    path: "/compare/unrated-a-vs-unrated-b",
    texts: [
      "Unrated A or npm-like? Here's our take.",
      "No pick yet",
      "We have not rated both yet.",
      "The Bottom Line",
      "No pick yet",
    ],
  },
  {
    path: "/compare/used-a-vs-used-b",
    texts: [
      "We rate both Trial; Used A is used more: 120 million npm downloads a month against 80 million (npm, October 2026).",
      "Used A wins on use",
    ],
  },
  {
    path: "/compare/a-concept-vs-even-a",
    texts: [
      "A Concept and Even A do different jobs: one a concept, the other a tool.",
      "Different jobs",
      "Nothing to choose between",
      "Compare each with its own kind:",
      "Even A vs",
    ],
  },
];

for (const { path, texts } of OTHER_OUTCOMES) {
  test(`${path} says why there is no rated pick`, async ({ page }) => {
    await page.goto(path);
    await expectInOrder(page, texts);
  });
}

test("a page says what it is in its head", async ({ page, baseURL }) => {
  await page.goto("/compare/bench-left-vs-bench-right");
  await expect(page).toHaveTitle(
    "Bench Left vs Bench Right: the first written down vs the one that won · Nice Pick",
  );
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute(
    "href",
    `${baseURL}/compare/bench-left-vs-bench-right`,
  );
  await expect(page.locator('meta[name="description"]')).toHaveAttribute(
    "content",
    "Bench Right wins. Take the bench that does not move. The case for each side, and when to choose which.",
  );
});

test("a technology's page shows what is on file about it", async ({ page }) => {
  await page.goto("/technologies/bench-left");
  await expectInOrder(page, [
    "tool Test bench",
    "Adopt",
    "Bench Left",
    "Bench Left is here to be tested.",
    "Also known as The tipping one",
    "Bench Left vs Bench Right",
  ]);
});

test("the list of technologies leads to each of them", async ({ page }) => {
  await page.goto("/technologies");
  await page
    .getByRole("navigation", { name: "By first letter" })
    .getByRole("link", { name: "B", exact: true })
    .click();
  await page.getByRole("link", { name: "Bench Right", exact: true }).click();
  await expect(page).toHaveURL(/\/technologies\/bench-right$/);
});
