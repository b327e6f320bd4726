import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

// `prisma generate` needs no engine, but looks for one and would download it. Naming any existing file stops that;
// never do the same for its migration commands, which would then do nothing and report success.
const cli = createRequire(import.meta.url).resolve("prisma/build/index.js");
const schema = fileURLToPath(new URL("./schema.prisma", import.meta.url));
const { status, stderr, stdout } = spawnSync(process.execPath, [cli, "generate", "--schema", schema], {
  env: {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    CHECKPOINT_DISABLE: "1",
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
  },
  encoding: "utf8",
});
if (status !== 0) {
  console.error(stdout, stderr);
  process.exitCode = 1;
}
