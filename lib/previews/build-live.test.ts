import { beforeAll, expect, test } from "vitest";
import { readStarterCatalogue } from "../../prisma/starter-catalogue";
import type { Catalogue } from "../catalogue/document";
import { importCatalogue } from "../catalogue/mutations";
import { toComparisonForm } from "../comparisons/form";
import { findComparisonPage } from "../comparisons/queries";
import { db } from "../db";
import { inAddressOrder } from "../pair/pair";
import { toTechnologyForm } from "../technologies/form";
import { findLogos } from "../technologies/logos";
import { findTechnologyPage } from "../technologies/queries";
import { findNames } from "../technologies/record-queries";
import { prepareTestDatabase } from "../testing/database";
import { comparisonPreview, technologyPreview } from "./build";

// A record that is published as it stands previews as the page that readers have.

prepareTestDatabase();

let catalogue: Catalogue;
beforeAll(async () => {
  const read = await readStarterCatalogue();
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  catalogue = read.catalogue;
  await importCatalogue(db(), { catalogue, actor: "test", now: new Date() });
});

async function contextOf(slugs: string[]) {
  return {
    names: await findNames(slugs),
    logos: await findLogos(catalogue.technologies.flatMap(({ logo }) => logo ?? [])),
    categories: new Map(catalogue.categories.map(({ slug, name }) => [slug, name])),
    now: "2026-11-22T10:00:00.000Z",
  };
}

function formOf(slug: string) {
  const document = catalogue.technologies.find((technology) => technology.slug === slug);
  if (!document) throw new Error(`${slug} is not in the starter catalogue.`);
  return toTechnologyForm(document);
}

test("every technology", async () => {
  const context = await contextOf(catalogue.technologies.flatMap(({ related }) => related));
  for (const { slug } of catalogue.technologies) {
    const live = await findTechnologyPage(slug);
    if (!live) throw new Error(`${slug} has no page.`);
    // The neighbours in the category are the public page's own.
    const { updatedAt, previous: _previous, next: _next, ...page } = live;
    const { comparisons, alternatives, record } = page;
    expect(technologyPreview(formOf(slug), { ...context, comparisons, alternatives, record })).toEqual({
      ...page,
      updatedAt: context.now,
    });
    expect(updatedAt).not.toBe("");
  }
});

test("every comparison that an editor wrote", async () => {
  expect(catalogue.comparisons.length).toBeGreaterThan(2);
  for (const document of catalogue.comparisons) {
    const [left, right] = [formOf(document.left), formOf(document.right)];
    const also = document.alsoConsider.flatMap(({ slug }) => slug ?? []);
    const context = await contextOf([...left.related, ...right.related, ...also]);
    const live = await findComparisonPage(document);
    const form = { ...toComparisonForm(document), publishedAt: live?.curated?.publishedAt ?? "" };
    const nearest = live?.verdict.bottomLine.nearest?.pairs ?? [];
    const page = comparisonPreview({ ...context, left, right, comparison: form, nearest });
    expect(page.verdict).toEqual(live?.verdict);
    expect(page.curated).toEqual(live?.curated);
    expect([page.left, page.right]).toEqual([live?.left, live?.right]);
  }
});

test("pairs that nobody wrote about, those that do different jobs among them", async () => {
  const written = new Set(catalogue.comparisons.map(({ left, right }) => `${left} ${right}`));
  const slugs = catalogue.technologies.map(({ slug }) => slug);
  const outcomes = new Set<string>();
  for (const [index, one] of slugs.entries()) {
    for (const other of [slugs[(index + 1) % slugs.length], slugs[(index + 17) % slugs.length]]) {
      if (!other || one === other) continue;
      const pair = inAddressOrder({ left: one, right: other });
      if (written.has(`${pair.left} ${pair.right}`)) continue;
      const [left, right] = [formOf(pair.left), formOf(pair.right)];
      const context = await contextOf([...left.related, ...right.related]);
      const live = await findComparisonPage(pair);
      const nearest = live?.verdict.bottomLine.nearest?.pairs ?? [];
      const { verdict } = comparisonPreview({ ...context, left, right, nearest });
      expect(verdict).toEqual(live?.verdict);
      outcomes.add(verdict.outcome);
    }
  }
  expect([...outcomes]).toEqual(expect.arrayContaining(["pick", "too-close", "different-jobs"]));
});
