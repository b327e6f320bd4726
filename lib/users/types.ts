import type { Role } from "../auth/permissions";
import type { Sent } from "../mail/send";

/** `invited`: has never signed in and has no password yet. */
export type AccountState = "invited" | "active" | "disabled";

export type Account = {
  id: string;
  name: string;
  email: string;
  role: Role;
  state: AccountState;
  version: number;
  /** When a session that still goes on was last used; null without one. ISO. */
  seenAt: string | null;
  /** Nothing in the records names the account: it may go for good. */
  removable: boolean;
};

/** A browser in which somebody is signed in. Dates are ISO. */
export type Device = { id: string; name: string; seenAt: string; since: string; current: boolean };

/** What became of a link that somebody is to get. `link` is there to be passed on by hand, where no mail took it. */
export type Delivery = { mail: Sent; link: string | null };
