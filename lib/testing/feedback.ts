import { randomUUID } from "node:crypto";
import type { Prisma } from "@/prisma/generated/client";
import { parseCatalogue } from "../catalogue/document";
import { importCatalogue } from "../catalogue/mutations";
import { db } from "../db";
import { isClosed } from "../feedback/states";
import { catalogueFile } from "./catalogues";

/** A message in the database of DATABASE_URL, about the site, with what `fields` say otherwise. */
export function addFeedback(fields: Partial<Prisma.FeedbackUncheckedCreateInput> = {}) {
  const closed = typeof fields.state === "string" && isClosed(fields.state);
  return db().feedback.create({
    data: {
      key: randomUUID(),
      contentHash: randomUUID(),
      message: "SQLite does all of that in one file.",
      statusToken: randomUUID(),
      ...(closed && { closedAt: new Date() }),
      ...fields,
    },
  });
}

/**
 * The comparison "beta-vs-alpha" of Beta and Alpha (once "old-alpha"), and Gamma, which nobody has compared. Returns
 * the technologies' ids and the ids of what was published.
 */
export async function addComparison() {
  const tool = (name: string, more = {}) => ({
    ...{ slug: name.toLowerCase(), name, kind: "tool", category: "tools", description: "D", lead: "L" },
    ...more,
  });
  const lists = {
    categories: [{ slug: "tools", name: "Tools" }],
    technologies: [tool("Alpha", { formerSlugs: ["old-alpha"] }), tool("Beta"), tool("Gamma")],
    comparisons: [{ left: "beta", right: "alpha", outcome: "too-close" }],
  };
  const parsed = parseCatalogue(catalogueFile(lists));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  await importCatalogue(db(), { catalogue: parsed.catalogue, actor: "import", now: new Date() });
  const idOf = async (slug: string) =>
    (await db().technology.findUniqueOrThrow({ where: { slug }, select: { id: true } })).id;
  const [alpha, beta, gamma] = [await idOf("alpha"), await idOf("beta"), await idOf("gamma")];
  const revisionOf = async (where: { technologyId: string } | { comparisonId: { not: null } }) =>
    (await db().revision.findFirstOrThrow({ where, select: { id: true } })).id;
  const revisions = {
    alpha: await revisionOf({ technologyId: alpha }),
    gamma: await revisionOf({ technologyId: gamma }),
    pair: await revisionOf({ comparisonId: { not: null } }),
  };
  return { alpha, beta, gamma, revisions };
}
