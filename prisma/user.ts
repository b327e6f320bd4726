import { createUserAtTerminal, resetUserAtTerminal } from "../lib/auth/break-glass-mutations";
import { db } from "../lib/db";
import { runCommand } from "./command";
import { readUserOrder, type UserOrder } from "./user-order";

const read = readUserOrder(process.argv.slice(2));
if (read.ok) await carryOut(read.order);
else {
  console.error(read.message);
  process.exitCode = 1;
}

async function carryOut(order: UserOrder): Promise<void> {
  await runCommand(async ({ SITE_URL }) => {
    const creates = order.verb === "create";
    const issued = creates ? await createUserAtTerminal(db(), order) : await resetUserAtTerminal(db(), order);
    if (!issued.ok) {
      console.error(issued.problem);
      return false;
    }
    if (creates) console.log(`Created the account ${order.email}, ${order.role}.`);
    console.log(`To choose ${creates ? "its password" : "a new password"} (once, within the hour):`);
    console.log(`${SITE_URL}/admin/${creates ? "invite" : "reset"}?token=${issued.secret}`);
    return true;
  });
}
