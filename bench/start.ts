import { makeDataDir, runServer, stopServer, untilReady } from "../lib/testing/server";

/** Seconds from the command to "Ready", on a data directory that has been started before and a site that is built. */
export async function benchStart(): Promise<{ built: number }> {
  const directory = await makeDataDir();
  await stopServer(await untilReady(await runServer({ DATA_DIR: directory.path })));
  const begun = performance.now();
  const server = await untilReady(await runServer({ DATA_DIR: directory.path }));
  const built = (performance.now() - begun) / 1000;
  await stopServer(server);
  await directory.remove();
  return { built };
}
