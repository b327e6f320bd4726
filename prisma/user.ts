import { parseArgs } from "node:util";
import { createUserAtTerminal, type Issued, resetUserAtTerminal } from "../lib/auth/break-glass-mutations";
import { nameOf } from "../lib/auth/first-owner-mutations";
import { ROLES, type Role } from "../lib/auth/permissions";
import { emailSchema } from "../lib/auth/schema";
import { type Db, db } from "../lib/db";
import { LENGTH, line } from "../lib/fields";
import { runCommand } from "./command";

const USAGE = `Usage: npm run user -- create EMAIL --role ROLE [--name NAME]   (ROLE: ${ROLES.join(", ")})
       npm run user -- reset EMAIL`;

type Order = { path: string; says: string; carryOut: (db: Db) => Promise<Issued> };

const order = readOrder(process.argv.slice(2));

if (typeof order === "string") {
  console.error(order);
  process.exitCode = 1;
} else {
  await runCommand(async ({ SITE_URL }) => {
    const issued = await order.carryOut(db());
    if (issued.ok) {
      console.log(`${order.says} (the link works once, within the hour):`);
      console.log(`${SITE_URL}${order.path}?token=${issued.secret}`);
    } else console.error(issued.problem);
    return issued.ok;
  });
}

/** What is asked for, or what is wrong with it. */
function readOrder(args: string[]): Order | string {
  const parsed = parse(args);
  if (!parsed) return USAGE;
  const [verb, address, ...rest] = parsed.positionals;
  const { role, name } = parsed.values;
  if (address === undefined || rest.length > 0) return USAGE;
  const email = emailSchema.safeParse(address);
  if (!email.success) return `EMAIL: ${JSON.stringify(address)} is not an e-mail address.\n${USAGE}`;
  if (verb === "reset" && role === undefined && name === undefined) {
    return {
      path: "/admin/reset",
      says: `To choose a new password for ${email.data}`,
      carryOut: (client) => resetUserAtTerminal(client, { email: email.data }),
    };
  }
  if (verb !== "create" || role === undefined) return USAGE;
  if (!isRole(role)) return `ROLE: ${JSON.stringify(role)} is not one of ${ROLES.join(", ")}.\n${USAGE}`;
  const byline = line(LENGTH.name).safeParse(name ?? nameOf(email.data));
  if (!byline.success) return `NAME: ${byline.error.issues[0]?.message}.\n${USAGE}`;
  const user = { email: email.data, name: byline.data, role };
  return {
    path: "/admin/invite",
    says: `Created ${email.data}, ${role}. To choose a password`,
    carryOut: (client) => createUserAtTerminal(client, user),
  };
}

function parse(args: string[]) {
  try {
    const options = { role: { type: "string" }, name: { type: "string" } } as const;
    return parseArgs({ args, options, allowPositionals: true });
  } catch {
    return null;
  }
}

function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}
