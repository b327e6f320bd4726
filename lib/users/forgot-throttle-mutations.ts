import "server-only";
import { addressPrefix } from "../auth/address-prefix";
import { consume, limitersFor, plainErrors } from "../auth/limiter-mutations";
import { pseudonymOf } from "../auth/secrets";

const HOUR_S = 3_600;

/** Mails that anybody can have sent to somebody else. */
const limiters = limitersFor("forgot", {
  network: { points: 10, duration: HOUR_S },
  account: { points: 5, duration: HOUR_S },
});

/** Counts one that asks from a network, whatever for. Seconds to wait when it has asked too often; null when not. */
export async function countAsking(address: string): Promise<number | null> {
  const asked = await plainErrors(() => consume(limiters().network, pseudonymOf(addressPrefix(address))));
  return asked.over ? asked.seconds : null;
}

/** Counts a mail to an address. False when it has had enough of them for now. */
export async function countMail(email: string): Promise<boolean> {
  return !(await plainErrors(() => consume(limiters().account, pseudonymOf(email)))).over;
}
