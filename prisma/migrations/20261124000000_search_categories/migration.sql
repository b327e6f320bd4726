-- A search finds categories by the words of their names, and by how these begin.
CREATE INDEX "Category_case" ON "Category" USING gin (search_case("name", NULL, NULL)) WITH (fastupdate = off);
CREATE INDEX "Category_fold" ON "Category" ((search_fold("name") COLLATE "C"));
