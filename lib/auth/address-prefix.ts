import { isIPv4, isIPv6 } from "node:net";

/**
 * The part of a client's address that one household or office shares: all of an IPv4 address, the first 64 bits of an
 * IPv6 one. Takes addresses as proxies write them, with a port or in brackets; anything else is one and the same
 * unknown client.
 */
export function addressPrefix(address: string): string {
  const bare = withoutPort(address.trim());
  if (isIPv4(bare)) return bare;
  const [plain = ""] = bare.split("%");
  if (!isIPv6(plain)) return "unknown";
  const groups = expand(plain);
  const mapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (mapped) {
    const [high = 0, low = 0] = groups.slice(6);
    return [high >> 8, high & 255, low >> 8, low & 255].join(".");
  }
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(":")}::/64`;
}

function withoutPort(address: string): string {
  const [, bracketed] = /^\[([^\]]*)\](?::\d+)?$/.exec(address) ?? [];
  if (bracketed !== undefined) return bracketed;
  return /^[\d.]+:\d+$/.test(address) ? (address.split(":")[0] ?? "") : address;
}

/** The eight numbers of an IPv6 address that is known to be one. */
function expand(address: string): number[] {
  const numbers = (part: string) =>
    part === ""
      ? []
      : part.split(":").flatMap((group) => (group.includes(".") ? pair(group) : parseInt(group, 16)));
  const [head = "", tail] = address.split("::");
  const [before, after] = [numbers(head), numbers(tail ?? "")];
  return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after];
}

/** "1.2.3.4" at the end of an IPv6 address stands for two of its groups. */
function pair(dotted: string): [number, number] {
  const [a = 0, b = 0, c = 0, d = 0] = dotted.split(".").map(Number);
  return [a * 256 + b, c * 256 + d];
}
