-- The use-if lists hold sentences: each has the bound of any other text, and none is missing.

CREATE FUNCTION all_fit(value text[], longest integer) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT coalesce(bool_and(entry IS NOT NULL AND fits(entry, longest)), true) FROM unnest(value) AS entry
$$;

ALTER TABLE "Comparison"
  ADD CONSTRAINT "Comparison_sentences" CHECK (all_fit("useLeftIf", 600) AND all_fit("useRightIf", 600));
