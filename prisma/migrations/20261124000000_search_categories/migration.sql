-- A search finds categories by the words of their names.
CREATE INDEX "Category_case" ON "Category" USING gin (search_case("name", NULL, NULL)) WITH (fastupdate = off);
