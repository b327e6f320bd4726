import { expect, test } from "vitest";
import { clientAddress } from "./client-address";

const SOCKET = { remoteAddress: "10.0.0.1" };

test("the address is the socket's, or what a trusted proxy wrote, never what a client claims", () => {
  const table: [string | undefined, number, string][] = [
    ["1.1.1.1", 0, "10.0.0.1"],
    [undefined, 1, "10.0.0.1"],
    ["1.1.1.1", 1, "1.1.1.1"],
    ["6.6.6.6, 1.1.1.1", 1, "1.1.1.1"],
    ["6.6.6.6, 1.1.1.1, 2.2.2.2", 2, "1.1.1.1"],
    ["1.1.1.1", 3, "10.0.0.1"],
    ["", 1, "10.0.0.1"],
  ];
  for (const [forwarded, proxies, address] of table) {
    expect(clientAddress(SOCKET, forwarded, proxies), `${forwarded} behind ${proxies}`).toBe(address);
  }
});
