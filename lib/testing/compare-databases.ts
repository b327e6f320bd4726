import { query } from "./signed-in";

/** Every table of the database: how many rows it has, and a hash of them all. */
export async function contentOf(url: string): Promise<Map<string, { rows: number; hash: string | null }>> {
  const tables = await query<{ name: string }>(
    url,
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
  );
  const content = new Map<string, { rows: number; hash: string | null }>();
  for (const { name } of tables) {
    const [found] = await query<{ rows: number; hash: string | null }>(
      url,
      `SELECT count(*)::int AS rows, md5(string_agg(t::text, E'\\n' ORDER BY t::text COLLATE "C")) AS hash FROM "${name}" t`,
    );
    if (found) content.set(name, found);
  }
  return content;
}

/** Everything in the schema but rows, by how PostgreSQL itself would write it. */
const SCHEMA: Record<string, string> = {
  columns: `SELECT c.relname, c.relpersistence, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
      a.attgenerated, a.attidentity, a.attcollation::regcollation::text, pg_get_expr(d.adbin, d.adrelid)
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v', 'm', 'p') ORDER BY 1, 3`,
  constraints: `SELECT conrelid::regclass::text, conname, convalidated, condeferrable, pg_get_constraintdef(oid)
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2`,
  indexes: "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1",
  triggers: `SELECT tgrelid::regclass::text, tgenabled, pg_get_triggerdef(oid)
    FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1, 3`,
  functions: `SELECT pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prokind = 'f'
    AND probin IS NULL ORDER BY 1`,
  enums: "SELECT enumtypid::regtype::text, enumlabel FROM pg_enum ORDER BY 1, enumsortorder",
  sequences:
    "SELECT sequencename, data_type, last_value FROM pg_sequences WHERE schemaname = 'public' ORDER BY sequencename",
  extensions: "SELECT extname FROM pg_extension ORDER BY 1",
};

export async function schemaOf(url: string): Promise<Record<string, object[]>> {
  const found: Record<string, object[]> = {};
  for (const [part, sql] of Object.entries(SCHEMA)) found[part] = await query(url, sql);
  return found;
}
