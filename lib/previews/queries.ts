import "server-only";
import { listCategoryOptions } from "../categories/queries";
import type { ComparisonForm } from "../comparisons/form";
import type { ComparisonPage } from "../comparisons/types";
import { db } from "../db";
import { findItemState } from "../drafts/queries";
import { requireEnv } from "../env";
import { isSlug } from "../pair/pair";
import { emptyTechnologyForm, type TechnologyForm } from "../technologies/form";
import { findLogos } from "../technologies/logos";
import { findTechnologyForm } from "../technologies/lookup-queries";
import { listNearestPairs } from "../technologies/neighbour-queries";
import { findNames } from "../technologies/record-queries";
import type { TechnologyPage } from "../technologies/types";
import { slugAsWords } from "../verdict/words";
import { comparisonPreview, type PreviewContext, technologyPreview } from "./build";
import { shownForm } from "./shown";
import { makePreviewToken, type PreviewTicket, readPreviewToken } from "./token";
import type { Preview, PreviewLinkView } from "./types";

/** Where a link leads. */
export function previewUrl(ticket: PreviewTicket): string {
  return `${requireEnv().SITE_URL}/preview/${makePreviewToken(ticket)}`;
}

/** The links to an item that work, the newest first. */
export async function listPreviewLinks(itemId: string, now = new Date()): Promise<PreviewLinkView[]> {
  const rows = await db().previewLink.findMany({
    where: { itemId, revokedAt: null, expiresAt: { gt: now } },
    select: { id: true, expiresAt: true, createdAt: true, createdBy: { select: { name: true } } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  return rows.map(({ id, expiresAt, createdAt, createdBy }) => ({
    id,
    url: previewUrl({ id, expiresAt }),
    expiresAt: expiresAt.toISOString(),
    createdAt: createdAt.toISOString(),
    createdBy: createdBy.name,
  }));
}

/**
 * What a link's token shows now; null when it was forged, is past its time or revoked, or when what it showed has gone.
 */
export async function findPreview(token: string, now = new Date()): Promise<Preview | null> {
  const link = await findLink(token, now);
  if (!link) return null;
  const { itemType, itemId, expiresAt } = link;
  const state = await findItemState(itemType, itemId);
  const form = state && shownForm(state);
  if (!form) return null;
  const shown = { expiresAt, isDraft: state.draft !== null };
  if (itemType === "comparison") {
    return { ...shown, type: itemType, page: await readComparison(form as ComparisonForm, now) };
  }
  if (itemType === "technology") {
    return { ...shown, type: itemType, page: await readTechnology(form as TechnologyForm, now) };
  }
  return null;
}

/** Whether there is anything to read behind a token; costs less than reading it. */
export async function isPreview(token: string, now = new Date()): Promise<boolean> {
  const link = await findLink(token, now);
  if (!link) return false;
  const where = { id: link.itemId };
  const draft = await db().draft.findUnique({ where, select: { id: true } });
  if (draft) return true;
  const live = { where: { ...where, state: "live" as const }, select: { id: true } };
  const row =
    link.itemType === "technology"
      ? await db().technology.findUnique(live)
      : await db().comparison.findUnique(live);
  return row !== null;
}

async function findLink(token: string, now: Date) {
  const ticket = readPreviewToken(token, now);
  if (!ticket) return null;
  const link = await db().previewLink.findUnique({
    where: { id: ticket.id, revokedAt: null, expiresAt: ticket.expiresAt },
    select: { itemId: true, itemType: true },
  });
  return link && { ...link, expiresAt: ticket.expiresAt.toISOString() };
}

async function readTechnology(form: TechnologyForm, now: Date): Promise<TechnologyPage> {
  return technologyPreview(form, await readContext({ slugs: form.related, forms: [form], now }));
}

async function readComparison(form: ComparisonForm, now: Date): Promise<ComparisonPage> {
  const [left, right] = await Promise.all([findSide(form.left), findSide(form.right)]);
  const also = form.alsoConsider.map(({ slug }) => slug);
  const context = await readContext({
    slugs: [...left.related, ...right.related, ...also],
    forms: [left, right],
    now,
  });
  const nearest = await Promise.all([left, right].map(({ slug }) => listNearestPairs(slug)));
  return comparisonPreview({ ...context, left, right, comparison: form, nearest: nearest.flat() });
}

/** A side's record, or its draft where there is none. One that is not on file is shown by its name. */
async function findSide(side: string): Promise<TechnologyForm> {
  const slug = side.trim();
  const found = isSlug(slug) ? await findTechnologyForm(slug) : null;
  return found?.form ?? { ...emptyTechnologyForm(), slug, name: slugAsWords(slug) };
}

async function readContext(input: {
  slugs: string[];
  forms: TechnologyForm[];
  now: Date;
}): Promise<PreviewContext> {
  const { slugs, forms, now } = input;
  const asked = new Set(slugs.map((slug) => slug.trim()));
  const [names, categories, logos] = await Promise.all([
    findNames([...asked]),
    listCategoryOptions(),
    findLogos(forms.map(({ logo }) => logo.trim())),
  ]);
  return {
    names,
    logos,
    categories: new Map(categories.map(({ slug, name }) => [slug, name])),
    now: now.toISOString(),
  };
}
