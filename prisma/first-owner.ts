import { prepareFirstOwner } from "../lib/auth/first-owner-mutations";
import { db } from "../lib/db";
import { runCommand } from "./command";

// Run at a start while there is no user: makes the owner of the settings, or prints where to set the first one up.
await runCommand(async ({ OWNER_EMAIL, OWNER_PASSWORD, SITE_URL }) => {
  const owner = OWNER_EMAIL && OWNER_PASSWORD ? { email: OWNER_EMAIL, password: OWNER_PASSWORD } : null;
  const secret = await prepareFirstOwner(db(), owner);
  if (secret !== null) console.log(`${SITE_URL}/admin/set-up?token=${secret}`);
  return true;
});
