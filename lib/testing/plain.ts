import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { buildIfNeeded, ROOT } from "../front/build";
import { prepareInstance } from "../front/prepare";
import { statusOf, until } from "./server";

// The site as a platform serves it that runs Next itself: the same build and the same database, without our server in
// front. The browser tests start it in place of `npm start` where E2E_SERVER is "plain".

const say = (line: string) => console.log(line);
const instance = await prepareInstance(say);
try {
  await buildIfNeeded(say);
  const signIn = await instance.openSite();
  const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
  const child = spawn(process.execPath, [next, "start", "--port", String(instance.env.PORT)], {
    cwd: ROOT,
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: "production" },
  });
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => child.kill(signal));
  const ended = new Promise<number>((resolve) => child.once("close", (code) => resolve(code ?? 0)));
  const url = `http://localhost:${instance.env.PORT}`;
  await Promise.race([ended, until(async () => (await statusOf(`${url}/api/health`)) === 200)]);
  say(`Ready on ${url}`);
  say(signIn);
  process.exitCode = await ended;
} finally {
  await instance.stop();
}
