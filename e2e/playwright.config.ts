import { chmodSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { START_COMMAND } from "../lib/testing/server";
import { SECRET } from "./fixtures/accounts";

const port = process.env.E2E_PORT ?? "4317";

// `npm test` gives a folder and clears it away. Every worker reads this file again: it finds the first one's folder.
process.env.E2E_DATA_DIR ??= mkdtempSync(join(tmpdir(), "nicepick-e2e-"));
// PostgreSQL's own user must get in, where the tests run as root.
chmodSync(process.env.E2E_DATA_DIR, 0o755);

export default defineConfig({
  testDir: ".",
  // Against Next alone, what our own server adds is not looked for.
  ...(process.env.E2E_SERVER === "plain" && { grepInvert: /@front/ }),
  outputDir: "../test-results",
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  globalSetup: "./global-setup.ts",
  use: {
    baseURL: `http://localhost:${port}`,
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: {
    command: START_COMMAND,
    cwd: "..",
    url: `http://localhost:${port}/api/ready`,
    timeout: 180_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    env: {
      PORT: port,
      DATA_DIR: join(process.env.E2E_DATA_DIR, "data"),
      DATABASE_URL: "",
      SITE_URL: "",
      FEEDBACK_TO: "nice@nicepick.example",
      LOG_LEVEL: "error",
      NEXTAUTH_SECRET: SECRET,
      SMTP_URL: "",
      OWNER_EMAIL: "",
      OWNER_PASSWORD: "",
    },
  },
});
