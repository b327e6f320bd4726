// Who may import whom: app -> components -> lib, never back and never in a circle. `npm test` also checks how many
// modules were looked at: this tool finds no fault in files that it cannot parse.

const TEST = "\\.(test|spec)\\.tsx?$|^lib/testing/|^lib/[a-z-]+/fixtures/";

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    { name: "no-circles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "lib-imports-no-view",
      severity: "error",
      from: { path: "^(lib|prisma)/" },
      to: { path: "^(app|components|e2e|bench)/" },
    },
    {
      name: "components-import-no-page",
      severity: "error",
      from: { path: "^components/" },
      to: { path: "^(app|e2e|bench|prisma)/" },
    },
    {
      name: "primitives-stand-alone",
      comment: "components/ui knows no domain word",
      severity: "error",
      from: { path: "^components/ui/" },
      to: { path: "^(app|components|lib|prisma)/", pathNot: "^components/ui/" },
    },
    {
      name: "the-core-is-pure",
      comment: "lib/verdict and lib/pair import nothing but themselves",
      severity: "error",
      from: { path: "^lib/(verdict|pair)/", pathNot: TEST },
      to: { pathNot: "^lib/$1/" },
    },
    {
      name: "only-queries-and-mutations-touch-the-database",
      severity: "error",
      from: {
        path: "^(app|components|lib|instrumentation|proxy)",
        pathNot: `(queries|mutations|references|insert-rows)\\.ts$|^lib/db\\.ts$|${TEST}`,
      },
      to: { path: "^(lib/db\\.ts|prisma/generated/)", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "pages-read-and-never-write",
      severity: "error",
      from: { path: "^(app|components)/" },
      to: { path: "(^lib/db|mutations)\\.ts$" },
    },
    {
      name: "only-the-process-starts-servers",
      severity: "error",
      from: { path: "^(app|components|lib)/", pathNot: `^lib/(front|embedded)/|${TEST}` },
      to: { path: "^lib/(front|embedded)/" },
    },
    {
      name: "no-test-code-in-the-product",
      severity: "error",
      from: { pathNot: `${TEST}|^(e2e|bench)/` },
      to: { path: TEST },
    },
    {
      name: "no-orphans",
      severity: "error",
      from: {
        orphan: true,
        pathNot: `\\.d\\.ts$|${TEST}|^(app|e2e|prisma/migrations)/|\\.config\\.(js|mjs|ts)$|^\\.dependency|^prisma/generate\\.ts$|^lib/front/wake\\.js$`,
      },
      to: {},
    },
    {
      name: "resolves",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^(server-only|next/|tsx/esm/api)" },
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules|^prisma/generated" },
    exclude: { path: "^(\\.next|\\.data)/" },
    enhancedResolveOptions: {
      conditionNames: ["react-server", "import", "require", "node", "default", "types"],
    },
  },
};
