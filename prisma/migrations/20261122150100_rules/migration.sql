-- What schema.prisma cannot say. Lengths count code points, as char_length does in UTF-8.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Slugs sort by code unit whatever the database's collation, as they do in code.
ALTER TABLE "Category" ALTER COLUMN "slug" TYPE text COLLATE "C";
ALTER TABLE "Technology" ALTER COLUMN "slug" TYPE text COLLATE "C";
ALTER TABLE "Relation" ALTER COLUMN "slug" TYPE text COLLATE "C";
ALTER TABLE "Redirect" ALTER COLUMN "slug" TYPE text COLLATE "C";
ALTER TABLE "AlsoConsider" ALTER COLUMN "slug" TYPE text COLLATE "C";

-- a-z, 0-9 and single hyphens, 1 to 80 characters, and never something that would split a pair's address.
CREATE FUNCTION is_slug(value text) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT value ~ '^[a-z0-9]+(-[a-z0-9]+)*$'
    AND char_length(value) <= 80
    AND value NOT LIKE '%-vs-%' AND value NOT LIKE 'vs-%' AND value NOT LIKE '%-vs'
$$;

CREATE FUNCTION fits(value text, longest integer) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT char_length(value) BETWEEN 1 AND longest
$$;

CREATE FUNCTION is_web_address(value text) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT value ~* '^https?://' AND char_length(value) <= 2048
$$;

-- A CHECK passes on NULL, so the optional columns need no case of their own.

ALTER TABLE "Category"
  ADD CONSTRAINT "Category_slug_shape" CHECK (is_slug("slug")),
  ADD CONSTRAINT "Category_lengths" CHECK (fits("name", 120) AND fits("description", 2000));

ALTER TABLE "Technology"
  ADD CONSTRAINT "Technology_slug_shape" CHECK (is_slug("slug")),
  ADD CONSTRAINT "Technology_lengths" CHECK (
    fits("name", 120) AND fits("description", 2000) AND fits("lead", 600) AND fits("tagline", 600)
    AND fits("chooseFor", 600) AND fits("tradeoff", 600) AND fits("license", 120)),
  ADD CONSTRAINT "Technology_logo_shape" CHECK ("logo" ~ '^[a-z0-9]{1,80}$'),
  ADD CONSTRAINT "Technology_first_released" CHECK ("firstReleased" BETWEEN 1800 AND 2200),
  ADD CONSTRAINT "Technology_links" CHECK (
    is_web_address("website") AND is_web_address("repository") AND is_web_address("docs"));

ALTER TABLE "Popularity"
  ADD CONSTRAINT "Popularity_value" CHECK ("value" >= 0 AND "value" <= 1e15),
  ADD CONSTRAINT "Popularity_source" CHECK (
    fits("unit", 120) AND fits("sourceTitle", 600) AND is_web_address("sourceUrl"));

ALTER TABLE "Point"
  ADD CONSTRAINT "Point_position" CHECK ("position" BETWEEN 0 AND 29),
  ADD CONSTRAINT "Point_text" CHECK (fits("text", 600)),
  ADD CONSTRAINT "Point_source" CHECK (
    ("sourceTitle" IS NULL) = ("sourceUrl" IS NULL) AND fits("sourceTitle", 600) AND is_web_address("sourceUrl"));

ALTER TABLE "Relation"
  ADD CONSTRAINT "Relation_position" CHECK ("position" BETWEEN 0 AND 29),
  ADD CONSTRAINT "Relation_slug_shape" CHECK (is_slug("slug"));

ALTER TABLE "Alias"
  ADD CONSTRAINT "Alias_position" CHECK ("position" BETWEEN 0 AND 29),
  ADD CONSTRAINT "Alias_length" CHECK (fits("name", 120));

ALTER TABLE "Resource"
  ADD CONSTRAINT "Resource_position" CHECK ("position" BETWEEN 0 AND 29),
  ADD CONSTRAINT "Resource_shape" CHECK (fits("title", 600) AND is_web_address("url"));

ALTER TABLE "Redirect"
  ADD CONSTRAINT "Redirect_slug_shape" CHECK (is_slug("slug"));

ALTER TABLE "Comparison"
  ADD CONSTRAINT "Comparison_two_sides" CHECK ("leftId" <> "rightId"),
  ADD CONSTRAINT "Comparison_pick_follows_outcome" CHECK (
    CASE WHEN "outcome" = 'pick' THEN "pickId" IS NOT NULL AND "pickId" IN ("leftId", "rightId")
         ELSE "pickId" IS NULL END),
  ADD CONSTRAINT "Comparison_epithets" CHECK (("epithetLeft" IS NULL) = ("epithetRight" IS NULL)),
  ADD CONSTRAINT "Comparison_lengths" CHECK (
    fits("epithetLeft", 600) AND fits("epithetRight", 600) AND fits("standfirst", 600)
    AND fits("shortAnswer", 600) AND fits("reason", 600) AND fits("bottomLine", 600)
    AND fits("author", 120) AND fits("body", 50000)),
  ADD CONSTRAINT "Comparison_lists" CHECK (
    cardinality("useLeftIf") <= 30 AND cardinality("useRightIf") <= 30);

-- One comparison for a pair, whichever side comes first.
CREATE UNIQUE INDEX "Comparison_pair_key" ON "Comparison"
  (LEAST("leftId", "rightId"), GREATEST("leftId", "rightId"));

ALTER TABLE "AlsoConsider"
  ADD CONSTRAINT "AlsoConsider_position" CHECK ("position" BETWEEN 0 AND 29),
  ADD CONSTRAINT "AlsoConsider_shape" CHECK (is_slug("slug") AND fits("name", 120) AND fits("why", 600));

ALTER TABLE "Criterion"
  ADD CONSTRAINT "Criterion_position" CHECK ("position" BETWEEN 0 AND 29),
  ADD CONSTRAINT "Criterion_shape" CHECK (fits("name", 600) AND fits("left", 600) AND fits("right", 600));

ALTER TABLE "Question"
  ADD CONSTRAINT "Question_position" CHECK ("position" BETWEEN 0 AND 29),
  ADD CONSTRAINT "Question_shape" CHECK (fits("question", 600) AND fits("answer", 2000));

ALTER TABLE "ComparisonSource"
  ADD CONSTRAINT "ComparisonSource_position" CHECK ("position" BETWEEN 0 AND 29),
  ADD CONSTRAINT "ComparisonSource_shape" CHECK (fits("title", 600) AND is_web_address("url"));

ALTER TABLE "Draft"
  ADD CONSTRAINT "Draft_one_item" CHECK (
    num_nonnulls("categoryId", "technologyId", "comparisonId") <= 1
    AND ("categoryId" IS NULL OR "itemType" = 'category')
    AND ("technologyId" IS NULL OR "itemType" = 'technology')
    AND ("comparisonId" IS NULL OR "itemType" = 'comparison'));

ALTER TABLE "Revision"
  ADD CONSTRAINT "Revision_one_item" CHECK (num_nonnulls("categoryId", "technologyId", "comparisonId") = 1),
  ADD CONSTRAINT "Revision_number" CHECK ("number" >= 1);

-- History is written once.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER "Revision_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "Revision"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "AuditEntry_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditEntry"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Names are looked up whatever their case: whole, by their beginning, and by likeness.
CREATE INDEX "Technology_lower_name" ON "Technology" (lower("name") COLLATE "C");
CREATE INDEX "Alias_lower_name" ON "Alias" (lower("name") COLLATE "C");
CREATE INDEX "Technology_name_trigrams" ON "Technology" USING gin (lower("name") gin_trgm_ops);
CREATE INDEX "Alias_name_trigrams" ON "Alias" USING gin (lower("name") gin_trgm_ops);
