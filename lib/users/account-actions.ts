import "server-only";
import { publicAction } from "../actions/public-action";
import { type ActionResult, done, refuse } from "../actions/result";
import { forgetFailures } from "../auth/throttle-mutations";
import { runInBackground } from "../background";
import { requireEnv } from "../env";
import { sendMail } from "../mail/send";
import { passwordChangedMail } from "../mail/templates";
import { isMailOn } from "../mail/transport";
import { acceptInvite, type Entered, issueForgotten, resetPassword, setUpOwner } from "./account-mutations";
import { countAsking, countMail } from "./forgot-throttle-mutations";
import { deliverInvite, deliverReset } from "./links";
import { acceptInviteSchema, forgotSchema, resetSchema, setUpSchema } from "./schema";

export const setUp = publicAction({
  input: setUpSchema,
  run: async ({ input, address }) => letIn(await setUpOwner(input), address),
});

export const accept = publicAction({
  input: acceptInviteSchema,
  run: async ({ input, address }) => letIn(await acceptInvite(input), address),
});

export const reset = publicAction({
  input: resetSchema,
  run: async ({ input, address }) => {
    const entered = await resetPassword(input);
    if (entered.ok) {
      const { email: to, name } = entered.value;
      runInBackground(() => sendMail(passwordChangedMail({ to, name, site: requireEnv().SITE_URL })));
    }
    return letIn(entered, address);
  },
});

/** The same answer at the same time for every address: what is done for it is done afterwards. */
export const forgot = publicAction({
  input: forgotSchema,
  run: async ({ input: { email }, address }) => {
    if (!isMailOn()) {
      return refuse("conflict", "This site sends no mail. Ask an owner of the site for a link.", {
        detail: { mail: "off" },
      });
    }
    const retryAfter = await countAsking(address);
    if (retryAfter !== null) {
      return refuse("limited", "Too many links were asked for. Wait a while before the next one.", {
        detail: { retryAfter },
      });
    }
    runInBackground(() => mailForgotten(email));
    return done({});
  },
});

async function mailForgotten(email: string): Promise<void> {
  if (!(await countMail(email))) return;
  const forgotten = await issueForgotten(email);
  if (!forgotten) return;
  if (forgotten.purpose === "reset") await deliverReset(forgotten);
  else await deliverInvite({ ...forgotten, inviter: "Nice Pick" });
}

/** The address to sign in with. Failures of before do not stand in the way of the new password. */
async function letIn(
  entered: ActionResult<Entered>,
  address: string,
): Promise<ActionResult<{ email: string }>> {
  if (!entered.ok) return entered;
  const { email } = entered.value;
  // It is done, whether or not this is.
  await forgetFailures({ email, address }).catch((error: unknown) => console.error(error));
  return done({ email });
}
