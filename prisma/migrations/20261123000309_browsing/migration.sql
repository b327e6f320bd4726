-- CreateIndex
CREATE INDEX "Category_state_name_slug_idx" ON "Category"("state", "name", "slug");

-- CreateIndex
CREATE INDEX "Category_updatedAt_id_idx" ON "Category"("updatedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Technology_state_kind_slug_idx" ON "Technology"("state", "kind", "slug");

-- CreateIndex
CREATE INDEX "Technology_state_ring_slug_idx" ON "Technology"("state", "ring", "slug");

-- CreateIndex
CREATE INDEX "Technology_state_categoryId_slug_idx" ON "Technology"("state", "categoryId", "slug");

-- CreateIndex
CREATE INDEX "Technology_state_kind_ring_slug_idx" ON "Technology"("state", "kind", "ring", "slug");

-- CreateIndex
CREATE INDEX "Technology_state_categoryId_kind_slug_idx" ON "Technology"("state", "categoryId", "kind", "slug");

-- CreateIndex
CREATE INDEX "Technology_state_categoryId_ring_slug_idx" ON "Technology"("state", "categoryId", "ring", "slug");

-- CreateIndex
CREATE INDEX "Technology_updatedAt_id_idx" ON "Technology"("updatedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Comparison_updatedAt_id_idx" ON "Comparison"("updatedAt" DESC, "id" DESC);
