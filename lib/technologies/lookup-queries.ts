import "server-only";
import { db } from "../db";
import { FORMS } from "../drafts/forms";
import { findTechnologyDocument } from "./document-queries";
import type { TechnologyForm } from "./form";

/** A technology to choose in an editor: on the site, off it, or only a draft so far. `kind` is as typed in a draft. */
export type TechnologyChoice = {
  id: string;
  slug: string;
  name: string;
  kind: string;
  category: string;
  status: "live" | "unpublished" | "draft";
};

const MOST_CHOICES = 12;

/** Technologies whose name, slug or alias begins with the text, or has it in it; those on the site first. */
export async function listTechnologyChoices(text: string): Promise<TechnologyChoice[]> {
  const asked = text.trim().toLowerCase();
  const inside = `%${asked.replace(/[\\%_]/g, "\\$&")}%`;
  return db().$queryRaw<TechnologyChoice[]>`
    SELECT id::text, slug, name, kind, category, status FROM (
      (SELECT t.id, t.slug, t.name, t.kind::text AS kind, c.name AS category, t.state::text AS status, 0 AS sort
       FROM "Technology" t JOIN "Category" c ON c.id = t."categoryId"
       WHERE lower(t.name) LIKE ${inside} OR t.slug LIKE ${inside}
         OR t.id IN (SELECT "technologyId" FROM "Alias" WHERE lower(name) LIKE ${inside})
       ORDER BY t.state <> 'live', strpos(lower(t.name), ${asked}) <> 1, length(t.name), t.slug LIMIT ${MOST_CHOICES})
      UNION ALL
      (SELECT d.id, d.slug, d.title, d.document->>'kind', COALESCE(c.name, ''), 'draft', 1
       FROM "Draft" d LEFT JOIN "Category" c ON c.slug = d.document->>'category'
       WHERE d."itemType" = 'technology' AND d.slug <> '' AND (lower(d.title) LIKE ${inside} OR d.slug LIKE ${inside})
         AND NOT EXISTS (SELECT 1 FROM "Technology" t WHERE t.id = d.id)
       ORDER BY d."updatedAt" DESC LIMIT ${MOST_CHOICES})
    ) AS found ORDER BY sort LIMIT ${MOST_CHOICES}`;
}

/** What stands behind slugs that a form already holds, former ones included; a slug behind which is nothing is left out. */
export async function listTechnologiesBySlug(
  slugs: string[],
): Promise<(TechnologyChoice & { asked: string })[]> {
  return db().$queryRaw<(TechnologyChoice & { asked: string })[]>`
    SELECT DISTINCT ON (asked.slug) asked.slug AS asked, found.id::text, found.slug, found.name, found.kind, found.category, found.status
    FROM unnest(${slugs}::text[]) AS asked(slug)
    CROSS JOIN LATERAL (
      SELECT t.id, t.slug, t.name, t.kind::text AS kind, c.name AS category, t.state::text AS status, 0 AS sort
      FROM "Technology" t JOIN "Category" c ON c.id = t."categoryId" WHERE t.slug = asked.slug
      UNION ALL
      SELECT t.id, t.slug, t.name, t.kind::text, c.name, t.state::text, 1
      FROM "Redirect" former JOIN "Technology" t ON t.id = former."technologyId"
      JOIN "Category" c ON c.id = t."categoryId" WHERE former.slug = asked.slug
      UNION ALL
      SELECT d.id, d.slug, d.title, d.document->>'kind', COALESCE(c.name, ''), 'draft', 2
      FROM "Draft" d LEFT JOIN "Category" c ON c.slug = d.document->>'category'
      WHERE d."itemType" = 'technology' AND d.slug = asked.slug
    ) AS found ORDER BY asked.slug, found.sort`;
}

/** A technology as a form, to show a draft against it: the record in force, or the draft where there is none yet. */
export async function findTechnologyForm(slug: string): Promise<{ id: string; form: TechnologyForm } | null> {
  const [found] = await listTechnologiesBySlug([slug]);
  if (!found) return null;
  if (found.status === "draft") {
    const draft = await db().draft.findUnique({ where: { id: found.id }, select: { document: true } });
    return draft && { id: found.id, form: draft.document as TechnologyForm };
  }
  const stored = await findTechnologyDocument(db(), found.id);
  return stored && { id: found.id, form: FORMS.technology.toForm(stored.document) };
}
