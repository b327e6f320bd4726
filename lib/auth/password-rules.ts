import commonPasswords from "fxa-common-password-list";

export const SHORTEST_PASSWORD = 8;
export const LONGEST_PASSWORD = 128;

/** Why this cannot be a password, as the rest of a sentence that "Password" begins; null when it can. */
export function checkNewPassword(password: string): string | null {
  const length = Array.from(password.normalize("NFC")).length;
  if (length < SHORTEST_PASSWORD) return `needs at least ${SHORTEST_PASSWORD} characters`;
  if (length > LONGEST_PASSWORD) return `can have at most ${LONGEST_PASSWORD} characters`;
  if (!password.isWellFormed()) return "holds a character that is none";
  if (commonPasswords.test(password) || commonPasswords.test(password.toLowerCase())) {
    return "is among the most common ones, which are tried first. Choose another";
  }
  return null;
}
