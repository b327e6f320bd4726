import { randomBytes } from "node:crypto";

const GOOD = /^[\w.:-]{1,64}$/;

/** Names for requests, for one process: that of a trusted proxy in front where it gives one, else one of our own. */
export function makeRequestIds(hasProxy: boolean): (given: string | string[] | undefined) => string {
  const process = randomBytes(6).toString("base64url");
  let count = 0;
  return (given) => {
    if (hasProxy && typeof given === "string" && GOOD.test(given)) return given;
    count += 1;
    return `${process}-${count.toString(36)}`;
  };
}
