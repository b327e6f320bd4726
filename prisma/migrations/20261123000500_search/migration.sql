-- CreateTable
CREATE TABLE "SearchWord" (
    "word" TEXT NOT NULL,

    CONSTRAINT "SearchWord_pkey" PRIMARY KEY ("word")
);

-- CreateTable
CREATE TABLE "Wanted" (
    "id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "asked" INTEGER NOT NULL DEFAULT 0,
    "firstAt" TIMESTAMPTZ(3) NOT NULL,
    "lastAt" TIMESTAMPTZ(3) NOT NULL,
    "dismissedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Wanted_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WantedBy" (
    "wantedId" UUID NOT NULL,
    "askerHash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WantedBy_pkey" PRIMARY KEY ("wantedId","askerHash")
);

-- CreateIndex
CREATE UNIQUE INDEX "Wanted_key_key" ON "Wanted"("key");

-- CreateIndex
CREATE INDEX "Wanted_asked_lastAt_idx" ON "Wanted"("asked", "lastAt");

-- CreateIndex
CREATE INDEX "WantedBy_at_idx" ON "WantedBy"("at");

-- AddForeignKey
ALTER TABLE "WantedBy" ADD CONSTRAINT "WantedBy_wantedId_fkey" FOREIGN KEY ("wantedId") REFERENCES "Wanted"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What schema.prisma cannot say.

ALTER TABLE "Wanted"
  ADD CONSTRAINT "Wanted_text_fits" CHECK (fits("text", 120)),
  ADD CONSTRAINT "Wanted_key_fits" CHECK (fits("key", 200)),
  ADD CONSTRAINT "Wanted_asked_counts" CHECK ("asked" >= 0);

-- The forms of names that search compares. They depend on no locale and no extension, so that an index made anywhere
-- agrees with them; each body is bound to what it calls when it is made, so that dumps and maintenance, which run
-- without a search path, find it too.

-- Words in lower case, one space between them, without accents: what a name comes to when it is typed carelessly.
-- "+" and "#" are letters here (C++, C#); signs of other scripts and emoji stay as they are. The costs keep the planner
-- from making these forms anew for every row of a small table.
CREATE FUNCTION search_plain(value text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS $$
BEGIN
  IF value !~ '^[\u0020-\u007e]*$' THEN
    value := regexp_replace(normalize(translate(value, '™®©℠’', ''), NFKD), '[\u0300-\u036f]', '', 'g');
    value := translate(lower(normalize(value, NFC)), 'øłđħıŧ', 'oldhit');
    value := replace(replace(replace(value, 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe');
  END IF;
  RETURN btrim(regexp_replace(lower(replace(value, '''', '')),
    '[\s\u0001-\u0020!"$-*,-/:-@[-`{-~\u007f-\u00bf\u2000-\u206f\u3000-\u303f\ufe00-\ufe0f\ufeff]+', ' ', 'g'));
END $$;

-- Decomposing makes a few letters much longer: no index takes a text of any length.
CREATE FUNCTION search_words(value text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 2000
RETURN string_to_array(btrim(left(search_plain(value), 200)), ' ');

-- The same without spaces, so that "node js", "Node.js" and "nodejs" are one. A name of signs alone stays what it is.
CREATE FUNCTION search_fold(value text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 2000
RETURN COALESCE(NULLIF(replace(left(search_plain(value), 200), ' ', ''), ''), left(btrim(lower(value)), 200));

CREATE FUNCTION search_terms(value text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 2000
RETURN array_to_tsvector(search_words(value));

-- All of the words, the last one as the beginning of a word (a single letter begins too many of them). Words hold
-- nothing that would need escaping in a query.
CREATE FUNCTION search_ask(words text[]) RETURNS tsquery LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (NULLIF('''' || array_to_string(words, ''' & ''') || '''', '''''')
  || CASE WHEN char_length(words[cardinality(words)]) > 1 THEN ':*' ELSE '' END)::tsquery;

-- What a technology says of itself in a sentence, as stems.
CREATE FUNCTION search_case(name text, tagline text, lead text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 5000
RETURN to_tsvector('english'::regconfig, search_plain(concat_ws(' ', name, tagline, lead)));

CREATE FUNCTION search_epithets(one text, other text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 5000
RETURN to_tsvector('english'::regconfig, search_plain(concat_ws(' ', one, other)));

-- A word and what is left of it without one of its letters. Two words that are one slip apart (a letter too many, too
-- few, another one, or two in the wrong order) have one of these in common, so that slips are found by looking up
-- equal texts, at a cost that does not grow with the number of words.
CREATE FUNCTION search_slips(word text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 2000 AS $$
DECLARE
  slips text[] := ARRAY[word];
BEGIN
  IF char_length(word) BETWEEN 3 AND 24 THEN
    FOR place IN 1..char_length(word) LOOP
      slips := slips || (left(word, place - 1) || substr(word, place + 1));
    END LOOP;
  END IF;
  RETURN slips;
END $$;

-- The words that names and aliases are made of, each once, however many names share it; and, where a few words make a
-- name ("Node.js"), these as one. Numbers are no words: another number is another thing. Words are only added.
CREATE FUNCTION search_vocabulary(name text) RETURNS SETOF text LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 4
BEGIN ATOMIC
  SELECT word FROM (SELECT search_words(name)) AS one(words), unnest(CASE
    WHEN cardinality(words) BETWEEN 2 AND 3 AND name !~ '[0-9]' THEN words || array_to_string(words, '') ELSE words
  END) AS word
  WHERE char_length(word) BETWEEN 2 AND 40 AND word !~ '^[0-9]+$';
END;

ALTER TABLE "SearchWord" ALTER COLUMN "word" TYPE text COLLATE "C";

CREATE FUNCTION keep_search_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- In order, so that two transactions never wait for each other within a statement.
  INSERT INTO "SearchWord" (word)
  SELECT DISTINCT word COLLATE "C" FROM written, search_vocabulary(written.name) AS word ORDER BY 1
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

CREATE TRIGGER "Technology_insert_words" AFTER INSERT ON "Technology" REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION keep_search_words();
CREATE TRIGGER "Technology_update_words" AFTER UPDATE ON "Technology" REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION keep_search_words();
CREATE TRIGGER "Alias_insert_words" AFTER INSERT ON "Alias" REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION keep_search_words();
CREATE TRIGGER "Alias_update_words" AFTER UPDATE ON "Alias" REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION keep_search_words();

INSERT INTO "SearchWord" (word)
SELECT DISTINCT word COLLATE "C" FROM (SELECT name FROM "Technology" UNION ALL SELECT name FROM "Alias") AS named,
  search_vocabulary(named.name) AS word ORDER BY 1;

-- Without a list of what is pending, a search costs the same right after an import.
CREATE INDEX "SearchWord_slips" ON "SearchWord" USING gin (search_slips("word")) WITH (fastupdate = off);
CREATE INDEX "SearchWord_trigrams" ON "SearchWord" USING gin ("word" gin_trgm_ops) WITH (fastupdate = off)
  WHERE "word" !~ '[0-9]';

CREATE INDEX "Technology_fold" ON "Technology" ((search_fold("name") COLLATE "C"));
CREATE INDEX "Alias_fold" ON "Alias" ((search_fold("name") COLLATE "C"));
CREATE INDEX "Technology_slug_fold" ON "Technology" ((replace("slug", '-', '') COLLATE "C"));
CREATE INDEX "Technology_terms" ON "Technology" USING gin (search_terms("name")) WITH (fastupdate = off);
CREATE INDEX "Alias_terms" ON "Alias" USING gin (search_terms("name")) WITH (fastupdate = off);
CREATE INDEX "Technology_case" ON "Technology" USING gin (search_case("name", "tagline", "lead")) WITH (fastupdate = off);
CREATE INDEX "Comparison_epithets" ON "Comparison" USING gin (search_epithets("epithetLeft", "epithetRight"))
  WITH (fastupdate = off);

-- What these take the place of.
DROP INDEX "Technology_lower_name";
DROP INDEX "Alias_lower_name";
DROP INDEX "Technology_name_trigrams";
DROP INDEX "Alias_name_trigrams";
