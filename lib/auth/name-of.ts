/** What to call somebody of whom only the e-mail address is known. */
export function nameOf(email: string): string {
  return email.split("@", 1)[0] ?? email;
}
