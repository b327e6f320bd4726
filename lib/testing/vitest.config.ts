import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("../../", import.meta.url));

export default defineConfig({
  root,
  resolve: {
    alias: {
      "@": root.replace(/\/$/, ""),
      // Outside Next's bundles the real package throws.
      "server-only": `${root}node_modules/server-only/empty.js`,
    },
  },
  test: {
    include: ["{lib,prisma,components}/**/*.test.{ts,tsx}"],
    globalSetup: [fileURLToPath(new URL("./global-setup.ts", import.meta.url))],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
