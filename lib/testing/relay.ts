import { type AddressInfo, connect, createServer, type Socket } from "node:net";

export type Relay = {
  port: number;
  cut(): void;
  /** Nothing comes through any more, and nobody is told: as from a machine that has gone. */
  freeze(): void;
  mend(): void;
  close(): Promise<void>;
};

/**
 * Stands between a server and its database, and cuts the line between them when told to. Where the target is changed, new
 * connections lead there.
 */
export async function startRelay(target: { host: string; port: number }): Promise<Relay> {
  const open = new Set<Socket>();
  let whole = true;
  let frozen = false;
  const server = createServer((near) => {
    if (!whole) return near.destroy();
    const far = connect(target);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(socket);
      socket.on("error", () => undefined);
      socket.on("close", () => {
        open.delete(socket);
        other.destroy();
      });
    }
    near.pipe(far).pipe(near);
    if (frozen) near.unpipe(far);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const cut = () => {
    whole = false;
    for (const socket of open) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    freeze: () => {
      frozen = true;
      for (const socket of open) socket.unpipe();
    },
    mend: () => {
      // What was frozen half-way is of no use.
      if (frozen) for (const socket of open) socket.destroy();
      whole = true;
      frozen = false;
    },
    close: () => {
      cut();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
