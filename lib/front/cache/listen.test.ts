import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { WatchedReplica } from "../replica";
import { listenForExpiries } from "./listen";

const nothing = () => {};

/** A database that takes connections and says nothing. */
async function startMute(): Promise<{ url: string; connected: Promise<unknown> }> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => void sockets.push(socket.on("error", nothing).resume()));
  const connected = once(server, "connection");
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { url: `postgresql://a:b@127.0.0.1:${(server.address() as AddressInfo).port}/c`, connected };
}

test("what is connecting when the process stops holds up nothing", async () => {
  const { url, connected } = await startMute();
  const listener = listenForExpiries(url, {
    expired: nothing,
    gone: nothing,
    everything: nothing,
    after: nothing,
  });
  await connected;
  await listener.stop();
  expect(listener.hears).toBe(false);
});

test("nor does the watch over a replica", async () => {
  const { url, connected } = await startMute();
  const replica = new WatchedReplica(url, { hears: () => true, log: { warn: nothing, info: nothing } });
  await connected;
  await replica.stop();
  expect(replica.isCurrent).toBe(false);
});
