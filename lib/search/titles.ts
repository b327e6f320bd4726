import type { Named } from "../verdict/types";

/** "Go vs Rust", with the epithets where an editor gave some. */
export function titleOf({
  left,
  right,
  epithets,
}: {
  left: Named;
  right: Named;
  epithets?: [string, string];
}): string {
  const title = `${left.name} vs ${right.name}`;
  return epithets ? `${title}: ${epithets[0]} vs ${epithets[1]}` : title;
}
