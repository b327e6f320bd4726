import { addresses } from "./addresses";
import { bodies } from "./bodies";
import { headers } from "./headers";
import { protocol } from "./protocol";
import type { HostileShape } from "./shape";
import { slow } from "./slow";

/** All shapes that hostile requests have here; no two have the same name. */
export const HOSTILE_SHAPES: readonly HostileShape[] = [
  ...addresses,
  ...protocol,
  ...headers,
  ...bodies,
  ...slow,
];
