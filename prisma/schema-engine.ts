import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";

const require = createRequire(import.meta.url);

/**
 * The SQL that takes a database from one Prisma schema text to another (`from: null` is an empty database).
 * Prisma's own engine computes it, in its WebAssembly build: the command-line tool would download a native one.
 * `url` must point at a reachable PostgreSQL; nothing in it is read or changed.
 */
export async function diffSchemas(url: string, from: string | null, to: string): Promise<string> {
  const engine = await loadEngine(url, to);
  try {
    const result = await engine.diff({
      from: from === null ? { tag: "empty" } : { tag: "schemaDatamodel", files: [schemaFile(from)] },
      to: { tag: "schemaDatamodel", files: [schemaFile(to)] },
      script: true,
      exitCode: null,
      shadowDatabaseUrl: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    return result.stdout ?? "";
  } finally {
    engine.free();
  }
}

const schemaFile = (content: string) => ({ path: "schema.prisma", content });

async function loadEngine(url: string, schema: string): Promise<Engine> {
  glue ??= loadGlue();
  const { SchemaEngine } = await glue;
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: url }));
  return SchemaEngine.new({ datamodels: [["schema.prisma", schema]] }, () => {}, adapter);
}

/** Once in a process: the glue holds one instance's memory, and a second would read from the first. */
let glue: Promise<Glue> | undefined;

async function loadGlue(): Promise<Glue> {
  const loaded = (await import("@prisma/schema-engine-wasm/schema_engine_bg")) as unknown as Glue;
  const wasm = require.resolve("@prisma/schema-engine-wasm/schema_engine_bg").replace(/\.js$/, ".wasm");
  const { instance } = await WebAssembly.instantiate(await readFile(wasm), {
    "./schema_engine_bg.js": loaded as unknown as WebAssembly.ModuleImports,
  });
  loaded.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as (() => void) | undefined)?.();
  return loaded;
}

type DiffTarget = { tag: "empty" } | { tag: "schemaDatamodel"; files: { path: string; content: string }[] };

/** What is used of the engine; its published types describe a constructor that its glue code lacks. */
type Engine = {
  diff(input: {
    from: DiffTarget;
    to: DiffTarget;
    script: boolean;
    exitCode: null;
    shadowDatabaseUrl: null;
    filters: { externalTables: string[]; externalEnums: string[] };
  }): Promise<{ stdout: string | null }>;
  free(): void;
};

type Glue = {
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
  SchemaEngine: {
    new: (options: unknown, log: (line: string) => void, adapter: unknown) => Promise<Engine>;
  };
};
