-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Kind" AS ENUM ('language', 'framework', 'library', 'database', 'tool', 'platform', 'protocol', 'service', 'concept', 'methodology', 'practice');

-- CreateEnum
CREATE TYPE "Ring" AS ENUM ('adopt', 'trial', 'assess', 'hold');

-- CreateEnum
CREATE TYPE "PublishState" AS ENUM ('live', 'unpublished');

-- CreateEnum
CREATE TYPE "PointSide" AS ENUM ('pro', 'con');

-- CreateEnum
CREATE TYPE "Outcome" AS ENUM ('pick', 'too-close', 'different-jobs');

-- CreateEnum
CREATE TYPE "Edge" AS ENUM ('left', 'right', 'even');

-- CreateEnum
CREATE TYPE "ItemType" AS ENUM ('category', 'technology', 'comparison');

-- CreateTable
CREATE TABLE "Category" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Category_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Technology" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "Kind" NOT NULL,
    "categoryId" UUID NOT NULL,
    "description" TEXT NOT NULL,
    "lead" TEXT NOT NULL,
    "tagline" TEXT,
    "chooseFor" TEXT,
    "tradeoff" TEXT,
    "ring" "Ring",
    "license" TEXT,
    "firstReleased" INTEGER,
    "logo" TEXT,
    "website" TEXT,
    "repository" TEXT,
    "docs" TEXT,
    "state" "PublishState" NOT NULL DEFAULT 'live',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Technology_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Popularity" (
    "technologyId" UUID NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "unit" TEXT NOT NULL,
    "sourceTitle" TEXT NOT NULL,
    "sourceUrl" TEXT NOT NULL,
    "asOf" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Popularity_pkey" PRIMARY KEY ("technologyId")
);

-- CreateTable
CREATE TABLE "Point" (
    "technologyId" UUID NOT NULL,
    "side" "PointSide" NOT NULL,
    "position" SMALLINT NOT NULL,
    "text" TEXT NOT NULL,
    "sourceTitle" TEXT,
    "sourceUrl" TEXT,
    "checkedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Point_pkey" PRIMARY KEY ("technologyId","side","position")
);

-- CreateTable
CREATE TABLE "Relation" (
    "technologyId" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "slug" TEXT NOT NULL,

    CONSTRAINT "Relation_pkey" PRIMARY KEY ("technologyId","position")
);

-- CreateTable
CREATE TABLE "Alias" (
    "technologyId" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Alias_pkey" PRIMARY KEY ("technologyId","position")
);

-- CreateTable
CREATE TABLE "Resource" (
    "technologyId" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT NOT NULL,

    CONSTRAINT "Resource_pkey" PRIMARY KEY ("technologyId","position")
);

-- CreateTable
CREATE TABLE "Redirect" (
    "slug" TEXT NOT NULL,
    "technologyId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Redirect_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "Comparison" (
    "id" UUID NOT NULL,
    "leftId" UUID NOT NULL,
    "rightId" UUID NOT NULL,
    "outcome" "Outcome" NOT NULL,
    "pickId" UUID,
    "epithetLeft" TEXT,
    "epithetRight" TEXT,
    "standfirst" TEXT,
    "shortAnswer" TEXT,
    "reason" TEXT,
    "useLeftIf" TEXT[],
    "useRightIf" TEXT[],
    "body" TEXT,
    "bottomLine" TEXT,
    "author" TEXT,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "verifiedAt" TIMESTAMPTZ(3),
    "state" "PublishState" NOT NULL DEFAULT 'live',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Comparison_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AlsoConsider" (
    "comparisonId" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "slug" TEXT,
    "name" TEXT NOT NULL,
    "why" TEXT NOT NULL,

    CONSTRAINT "AlsoConsider_pkey" PRIMARY KEY ("comparisonId","position")
);

-- CreateTable
CREATE TABLE "Criterion" (
    "comparisonId" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "name" TEXT NOT NULL,
    "left" TEXT NOT NULL,
    "right" TEXT NOT NULL,
    "edge" "Edge" NOT NULL,

    CONSTRAINT "Criterion_pkey" PRIMARY KEY ("comparisonId","position")
);

-- CreateTable
CREATE TABLE "Question" (
    "comparisonId" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "question" TEXT NOT NULL,
    "answer" TEXT NOT NULL,

    CONSTRAINT "Question_pkey" PRIMARY KEY ("comparisonId","position")
);

-- CreateTable
CREATE TABLE "ComparisonSource" (
    "comparisonId" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT NOT NULL,

    CONSTRAINT "ComparisonSource_pkey" PRIMARY KEY ("comparisonId","position")
);

-- CreateTable
CREATE TABLE "Draft" (
    "id" UUID NOT NULL,
    "itemType" "ItemType" NOT NULL,
    "categoryId" UUID,
    "technologyId" UUID,
    "comparisonId" UUID,
    "document" JSONB NOT NULL,
    "base" JSONB,
    "baseVersion" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedBy" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Revision" (
    "id" UUID NOT NULL,
    "categoryId" UUID,
    "technologyId" UUID,
    "comparisonId" UUID,
    "number" INTEGER NOT NULL,
    "snapshot" JSONB NOT NULL,
    "actor" TEXT NOT NULL,
    "reason" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "itemType" "ItemType",
    "item" TEXT,
    "detail" JSONB,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Category_slug_key" ON "Category"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Technology_slug_key" ON "Technology"("slug");

-- CreateIndex
CREATE INDEX "Technology_state_slug_idx" ON "Technology"("state", "slug");

-- CreateIndex
CREATE INDEX "Technology_state_categoryId_kind_ring_slug_idx" ON "Technology"("state", "categoryId", "kind", "ring", "slug");

-- CreateIndex
CREATE INDEX "Relation_slug_idx" ON "Relation"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Relation_technologyId_slug_key" ON "Relation"("technologyId", "slug");

-- CreateIndex
CREATE INDEX "Redirect_technologyId_idx" ON "Redirect"("technologyId");

-- CreateIndex
CREATE INDEX "Comparison_leftId_idx" ON "Comparison"("leftId");

-- CreateIndex
CREATE INDEX "Comparison_rightId_idx" ON "Comparison"("rightId");

-- CreateIndex
CREATE INDEX "Comparison_pickId_idx" ON "Comparison"("pickId");

-- CreateIndex
CREATE INDEX "Comparison_state_publishedAt_id_idx" ON "Comparison"("state", "publishedAt" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "Draft_categoryId_key" ON "Draft"("categoryId");

-- CreateIndex
CREATE UNIQUE INDEX "Draft_technologyId_key" ON "Draft"("technologyId");

-- CreateIndex
CREATE UNIQUE INDEX "Draft_comparisonId_key" ON "Draft"("comparisonId");

-- CreateIndex
CREATE INDEX "Draft_itemType_updatedAt_idx" ON "Draft"("itemType", "updatedAt" DESC);

-- CreateIndex
CREATE INDEX "Revision_createdAt_idx" ON "Revision"("createdAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Revision_categoryId_number_key" ON "Revision"("categoryId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Revision_technologyId_number_key" ON "Revision"("technologyId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Revision_comparisonId_number_key" ON "Revision"("comparisonId", "number");

-- CreateIndex
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry"("at" DESC);

-- AddForeignKey
ALTER TABLE "Technology" ADD CONSTRAINT "Technology_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "Category"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Popularity" ADD CONSTRAINT "Popularity_technologyId_fkey" FOREIGN KEY ("technologyId") REFERENCES "Technology"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Point" ADD CONSTRAINT "Point_technologyId_fkey" FOREIGN KEY ("technologyId") REFERENCES "Technology"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Relation" ADD CONSTRAINT "Relation_technologyId_fkey" FOREIGN KEY ("technologyId") REFERENCES "Technology"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Alias" ADD CONSTRAINT "Alias_technologyId_fkey" FOREIGN KEY ("technologyId") REFERENCES "Technology"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Resource" ADD CONSTRAINT "Resource_technologyId_fkey" FOREIGN KEY ("technologyId") REFERENCES "Technology"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Redirect" ADD CONSTRAINT "Redirect_technologyId_fkey" FOREIGN KEY ("technologyId") REFERENCES "Technology"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comparison" ADD CONSTRAINT "Comparison_leftId_fkey" FOREIGN KEY ("leftId") REFERENCES "Technology"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comparison" ADD CONSTRAINT "Comparison_rightId_fkey" FOREIGN KEY ("rightId") REFERENCES "Technology"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comparison" ADD CONSTRAINT "Comparison_pickId_fkey" FOREIGN KEY ("pickId") REFERENCES "Technology"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AlsoConsider" ADD CONSTRAINT "AlsoConsider_comparisonId_fkey" FOREIGN KEY ("comparisonId") REFERENCES "Comparison"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Criterion" ADD CONSTRAINT "Criterion_comparisonId_fkey" FOREIGN KEY ("comparisonId") REFERENCES "Comparison"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_comparisonId_fkey" FOREIGN KEY ("comparisonId") REFERENCES "Comparison"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ComparisonSource" ADD CONSTRAINT "ComparisonSource_comparisonId_fkey" FOREIGN KEY ("comparisonId") REFERENCES "Comparison"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "Category"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_technologyId_fkey" FOREIGN KEY ("technologyId") REFERENCES "Technology"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_comparisonId_fkey" FOREIGN KEY ("comparisonId") REFERENCES "Comparison"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "Category"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_technologyId_fkey" FOREIGN KEY ("technologyId") REFERENCES "Technology"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_comparisonId_fkey" FOREIGN KEY ("comparisonId") REFERENCES "Comparison"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

