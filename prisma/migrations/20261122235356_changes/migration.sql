-- CreateEnum
CREATE TYPE "ChangeKind" AS ENUM ('comparison_added', 'technology_added', 'verdict_changed', 'rating_changed', 'import');

-- CreateTable
CREATE TABLE "Change" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "kind" "ChangeKind" NOT NULL,
    "technologyId" UUID,
    "comparisonId" UUID,
    "number" INTEGER,
    "fromOutcome" "Outcome",
    "toOutcome" "Outcome",
    "fromPickId" UUID,
    "toPickId" UUID,
    "fromRing" "Ring",
    "toRing" "Ring",
    "reason" TEXT,
    "importId" UUID,
    "counts" JSONB,

    CONSTRAINT "Change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Change_technologyId_idx" ON "Change"("technologyId");

-- CreateIndex
CREATE INDEX "Change_comparisonId_at_idx" ON "Change"("comparisonId", "at" DESC);

-- CreateIndex
CREATE INDEX "Change_importId_idx" ON "Change"("importId");

-- AddForeignKey
ALTER TABLE "Change" ADD CONSTRAINT "Change_technologyId_fkey" FOREIGN KEY ("technologyId") REFERENCES "Technology"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Change" ADD CONSTRAINT "Change_comparisonId_fkey" FOREIGN KEY ("comparisonId") REFERENCES "Comparison"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What schema.prisma cannot say.

ALTER TABLE "Change"
  ADD CONSTRAINT "Change_from_pick" FOREIGN KEY ("fromPickId") REFERENCES "Technology"("id") ON DELETE CASCADE,
  ADD CONSTRAINT "Change_to_pick" FOREIGN KEY ("toPickId") REFERENCES "Technology"("id") ON DELETE CASCADE,
  ADD CONSTRAINT "Change_item" CHECK (CASE "kind"
    WHEN 'import' THEN num_nonnulls("technologyId", "comparisonId", "number", "importId") = 0 AND "counts" IS NOT NULL
    WHEN 'technology_added' THEN num_nonnulls("technologyId", "number") = 2 AND num_nonnulls("comparisonId", "counts") = 0
    WHEN 'rating_changed' THEN num_nonnulls("technologyId", "number") = 2 AND num_nonnulls("comparisonId", "counts") = 0
    ELSE num_nonnulls("comparisonId", "number", "toOutcome") = 3 AND num_nonnulls("technologyId", "counts") = 0 END),
  ADD CONSTRAINT "Change_reason" CHECK (fits("reason", 600));

-- The list that readers see, newest first.
CREATE INDEX "Change_told" ON "Change" ("at" DESC, "id" DESC) WHERE "importId" IS NULL;

-- What the revisions so far tell, with the same grouping as lib/changes/mutations.ts. Their reasons stay out: editors
-- gave them while readers did not see them.
WITH step AS (
  SELECT r.*, b.snapshot AS before,
    CASE WHEN r."actorId" IS NULL THEN (SELECT a.id FROM "AuditEntry" a
      WHERE a.action = 'catalogue.import' AND a.at >= r."createdAt" ORDER BY a.at LIMIT 1) END AS "importId"
  FROM "Revision" r
  LEFT JOIN "Revision" b ON b.number = r.number - 1
    AND (b."technologyId" = r."technologyId" OR b."comparisonId" = r."comparisonId")
  WHERE r."categoryId" IS NULL
), named AS (
  SELECT step.*,
    (SELECT t.id FROM "Comparison" c JOIN "Technology" t ON t.id IN (c."leftId", c."rightId")
     WHERE c.id = step."comparisonId" AND (t.slug = step.snapshot->>'pick'
       OR EXISTS (SELECT 1 FROM "Redirect" d WHERE d."technologyId" = t.id AND d.slug = step.snapshot->>'pick'))
     ORDER BY t.slug = step.snapshot->>'pick' DESC LIMIT 1) AS "toPickId",
    (SELECT t.id FROM "Comparison" c JOIN "Technology" t ON t.id IN (c."leftId", c."rightId")
     WHERE c.id = step."comparisonId" AND (t.slug = step.before->>'pick'
       OR EXISTS (SELECT 1 FROM "Redirect" d WHERE d."technologyId" = t.id AND d.slug = step.before->>'pick'))
     ORDER BY t.slug = step.before->>'pick' DESC LIMIT 1) AS "fromPickId"
  FROM step
)
INSERT INTO "Change" (id, at, kind, "technologyId", "comparisonId", number,
  "fromOutcome", "toOutcome", "fromPickId", "toPickId", "fromRing", "toRing", "importId")
SELECT gen_random_uuid(), "createdAt",
  (CASE WHEN "technologyId" IS NOT NULL THEN CASE WHEN before IS NULL THEN 'technology_added' ELSE 'rating_changed' END
    ELSE CASE WHEN before IS NULL THEN 'comparison_added' ELSE 'verdict_changed' END END)::"ChangeKind",
  "technologyId", "comparisonId", number,
  (before->>'outcome')::"Outcome", (snapshot->>'outcome')::"Outcome", "fromPickId", "toPickId",
  (before->>'ring')::"Ring", (snapshot->>'ring')::"Ring", "importId"
FROM named
WHERE before IS NULL
  OR ("technologyId" IS NOT NULL AND before->>'ring' IS DISTINCT FROM snapshot->>'ring')
  OR ("comparisonId" IS NOT NULL AND (before->>'outcome' <> snapshot->>'outcome'
    OR "fromPickId" IS DISTINCT FROM "toPickId"));

WITH sort AS (
  SELECT "importId", kind, count(*) AS number, max(at) AS at FROM "Change" WHERE "importId" IS NOT NULL GROUP BY 1, 2
), few AS (
  UPDATE "Change" c SET "importId" = NULL FROM sort
  WHERE c."importId" = sort."importId" AND c.kind = sort.kind AND sort.number <= 20
)
INSERT INTO "Change" (id, at, kind, counts)
SELECT "importId", max(at), 'import', jsonb_object_agg(kind, number) FROM sort WHERE number > 20 GROUP BY "importId";
