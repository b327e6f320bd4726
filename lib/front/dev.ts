import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { ROOT } from "./build";
import { type Instance, prepareInstance, startMessage } from "./prepare";

// The development server of Next's, on the same database that `npm start` uses.
let instance: Instance | undefined;
try {
  instance = await prepareInstance((line) => console.log(line));
  console.log(await instance.openSite());
  process.exitCode = await serve(instance);
} catch (error) {
  console.error(startMessage(error));
  process.exitCode = 1;
} finally {
  await instance?.stop();
}

async function serve({ env: { PORT, HOST } }: Instance): Promise<number> {
  const cli = createRequire(import.meta.url).resolve("next/dist/bin/next");
  const args = [cli, "dev", "--port", String(PORT), ...(HOST ? ["--hostname", HOST] : [])];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: "inherit" });
  const stop = () => child.kill("SIGTERM");
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  return new Promise((resolve) => child.once("close", (code) => resolve(code ?? 0)));
}
