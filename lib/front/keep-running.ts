import { connect } from "node:net";
import { joinCluster, type Share } from "../embedded/shares";

const LOOK_EVERY_MS = 5_000;

/**
 * Starts the embedded PostgreSQL again, on its old port, when it has died under a running server. Returns what
 * ends the watch.
 */
export function keepEmbeddedRunning(
  dataDir: string,
  url: string,
  log: (line: string) => void,
): () => Promise<void> {
  const { hostname, port } = new URL(url);
  const revived: Share[] = [];
  let looking: Promise<void> | undefined;
  const look = async () => {
    if (await answers(hostname, Number(port))) return;
    log("The embedded database has stopped; starting it again");
    try {
      revived.push(await joinCluster(dataDir, { log }));
    } catch (error) {
      log(error instanceof Error ? error.message : String(error));
    }
  };
  const timer = setInterval(() => {
    looking ??= look().finally(() => {
      looking = undefined;
    });
  }, LOOK_EVERY_MS);
  return async () => {
    clearInterval(timer);
    await looking;
    for (const share of revived) await share.leave();
  };
}

function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const end = (answered: boolean) => {
      socket.destroy();
      resolve(answered);
    };
    socket.once("connect", () => end(true));
    socket.once("error", () => end(false));
  });
}
