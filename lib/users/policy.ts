/** An owner who is not disabled. `entered`: has a password or is signed in, so that somebody is behind the account. */
export type Owner = { id: string; entered: boolean };

/** The site always has an owner who can get in. Whether it still has one when `leaving` is none any more. */
export function keepsAnOwner(owners: readonly Owner[], leaving: string): boolean {
  return owners.some(({ id, entered }) => id !== leaving && entered);
}
