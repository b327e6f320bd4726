-- Whoever changes what readers see, by whatever way, tells every server which of its pages are made of it. The names of
-- the tags are those of lib/cache.ts. They are sent at the end of the transaction, when it is known how many records it
-- has changed: above a hundred, one text stands for all of them.

CREATE FUNCTION count_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('nicepick.changes',
    (COALESCE(NULLIF(current_setting('nicepick.changes', true), ''), '0')::int + 1)::text, true);
  RETURN NULL;
END $$;

-- True when tags are to be sent one by one; otherwise what stands for all of them has been sent.
CREATE FUNCTION sends_each_expiry() RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  IF COALESCE(NULLIF(current_setting('nicepick.changes', true), ''), '0')::int <= 100 THEN
    RETURN true;
  END IF;
  PERFORM pg_notify('expiries', 'everything');
  RETURN false;
END $$;

CREATE FUNCTION expire_category() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  own_slug text;
BEGIN
  IF NOT sends_each_expiry() THEN
    RETURN NULL;
  END IF;
  PERFORM pg_notify('expiries', 'catalogue');
  FOREACH own_slug IN ARRAY ARRAY[CASE WHEN TG_OP <> 'INSERT' THEN OLD.slug END, CASE WHEN TG_OP <> 'DELETE' THEN NEW.slug END] LOOP
    IF own_slug IS NOT NULL THEN
      PERFORM pg_notify('expiries', 'category ' || own_slug), pg_notify('expiries', 'members ' || own_slug);
    END IF;
  END LOOP;
  RETURN NULL;
END $$;

CREATE FUNCTION expire_technology() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_categories text[];
  own_slug text;
BEGIN
  IF NOT sends_each_expiry() THEN
    RETURN NULL;
  END IF;
  PERFORM pg_notify('expiries', 'catalogue');
  FOREACH own_slug IN ARRAY ARRAY[CASE WHEN TG_OP <> 'INSERT' THEN OLD.slug END, CASE WHEN TG_OP <> 'DELETE' THEN NEW.slug END] LOOP
    IF own_slug IS NOT NULL THEN
      PERFORM pg_notify('expiries', 'technology ' || own_slug);
    END IF;
  END LOOP;
  of_categories := ARRAY(SELECT c.slug FROM "Category" c WHERE c.id IN (
    CASE WHEN TG_OP <> 'INSERT' THEN OLD."categoryId" END, CASE WHEN TG_OP <> 'DELETE' THEN NEW."categoryId" END));
  PERFORM pg_notify('expiries', 'category ' || category) FROM unnest(of_categories) AS category;
  -- What other pages say of it.
  IF TG_OP <> 'UPDATE' OR (OLD.slug, OLD.name, OLD.kind, OLD.ring, OLD.state, OLD."categoryId")
    IS DISTINCT FROM (NEW.slug, NEW.name, NEW.kind, NEW.ring, NEW.state, NEW."categoryId") THEN
    PERFORM pg_notify('expiries', 'members ' || category) FROM unnest(of_categories) AS category;
    FOREACH own_slug IN ARRAY ARRAY[CASE WHEN TG_OP <> 'INSERT' THEN OLD.slug END, CASE WHEN TG_OP <> 'DELETE' THEN NEW.slug END] LOOP
      IF own_slug IS NOT NULL THEN
        PERFORM pg_notify('expiries', 'named ' || own_slug);
      END IF;
    END LOOP;
  END IF;
  IF TG_OP = 'DELETE' OR (TG_OP = 'UPDATE' AND OLD.state = 'live' AND NEW.state <> 'live') THEN
    PERFORM pg_notify('expiries', 'gone technology ' || OLD.slug);
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION expire_comparison() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  sides uuid[] := ARRAY[]::uuid[];
BEGIN
  IF NOT sends_each_expiry() THEN
    RETURN NULL;
  END IF;
  IF TG_OP <> 'INSERT' THEN
    sides := sides || ARRAY[OLD."leftId", OLD."rightId"];
  END IF;
  IF TG_OP <> 'DELETE' THEN
    sides := sides || ARRAY[NEW."leftId", NEW."rightId"];
  END IF;
  PERFORM pg_notify('expiries', 'catalogue');
  PERFORM pg_notify('expiries', 'technology ' || t.slug), pg_notify('expiries', 'category ' || c.slug),
    pg_notify('expiries', 'comparisons ' || c.slug)
  FROM "Technology" t JOIN "Category" c ON c.id = t."categoryId" WHERE t.id = ANY(sides);
  RETURN NULL;
END $$;

-- Pages name what they are related to by any slug that leads there.
CREATE FUNCTION expire_redirect() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT sends_each_expiry() THEN
    RETURN NULL;
  END IF;
  PERFORM pg_notify('expiries', 'named ' || CASE WHEN TG_OP = 'DELETE' THEN OLD.slug ELSE NEW.slug END);
  RETURN NULL;
END $$;

-- What readers made of a pair is on its page alone.
CREATE FUNCTION expire_readers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('expiries', 'readers ' || LEAST(l.slug COLLATE "C", r.slug COLLATE "C") || ' '
    || GREATEST(l.slug COLLATE "C", r.slug COLLATE "C"))
  FROM "Technology" l, "Technology" r WHERE l.id = NEW."leftId" AND r.id = NEW."rightId";
  RETURN NULL;
END $$;

CREATE TRIGGER count_change AFTER INSERT OR UPDATE OR DELETE ON "Category"
  FOR EACH ROW EXECUTE FUNCTION count_change();
CREATE TRIGGER count_change AFTER INSERT OR UPDATE OR DELETE ON "Technology"
  FOR EACH ROW EXECUTE FUNCTION count_change();
CREATE TRIGGER count_change AFTER INSERT OR UPDATE OR DELETE ON "Comparison"
  FOR EACH ROW EXECUTE FUNCTION count_change();

CREATE CONSTRAINT TRIGGER expire AFTER INSERT OR UPDATE OR DELETE ON "Category"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION expire_category();
CREATE CONSTRAINT TRIGGER expire AFTER INSERT OR UPDATE OR DELETE ON "Technology"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION expire_technology();
CREATE CONSTRAINT TRIGGER expire AFTER INSERT OR UPDATE OR DELETE ON "Comparison"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION expire_comparison();
CREATE CONSTRAINT TRIGGER expire AFTER INSERT OR UPDATE OR DELETE ON "Redirect"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION expire_redirect();
CREATE TRIGGER expire AFTER INSERT OR UPDATE ON "VoteTally"
  FOR EACH ROW EXECUTE FUNCTION expire_readers();
CREATE TRIGGER expire_inserted AFTER INSERT ON "Feedback"
  FOR EACH ROW WHEN (NEW.state = 'accepted' AND NEW."leftId" IS NOT NULL) EXECUTE FUNCTION expire_readers();
CREATE TRIGGER expire AFTER UPDATE OF state, "revisionId" ON "Feedback"
  FOR EACH ROW WHEN ((OLD.state = 'accepted' OR NEW.state = 'accepted') AND NEW."leftId" IS NOT NULL)
  EXECUTE FUNCTION expire_readers();
