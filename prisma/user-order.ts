import { parseArgs } from "node:util";
import { nameOf } from "../lib/auth/name-of";
import { ROLES, type Role } from "../lib/auth/permissions";
import { emailSchema } from "../lib/auth/schema";
import { LENGTH, line } from "../lib/fields";

/** What `npm run user` is asked to do. */
export type UserOrder =
  | { verb: "create"; email: string; name: string; role: Role }
  | { verb: "reset"; email: string };

const USAGE = `Usage: npm run user -- create EMAIL --role ROLE [--name NAME]   (ROLE: ${ROLES.join(", ")})
       npm run user -- reset EMAIL`;

export type OrderResult =
  | { ok: true; order: UserOrder }
  | { ok: false /** With how to use it. */; message: string };

/** Reads the words after `npm run user --`. */
export function readUserOrder(args: string[]): OrderResult {
  const parsed = parse(args);
  const [verb, address, ...rest] = parsed?.positionals ?? [];
  if (!parsed || address === undefined || rest.length > 0) return misused();
  const email = emailSchema.safeParse(address);
  if (!email.success) return misused(`EMAIL: ${JSON.stringify(address)} is not an e-mail address.`);
  const { role, name = nameOf(email.data) } = parsed.values;
  if (verb === "reset" && Object.keys(parsed.values).length === 0) {
    return { ok: true, order: { verb, email: email.data } };
  }
  if (verb !== "create" || role === undefined) return misused();
  if (!isRole(role)) return misused(`ROLE: ${JSON.stringify(role)} is not one of ${ROLES.join(", ")}.`);
  const byline = line(LENGTH.name).safeParse(name);
  if (!byline.success) return misused(`NAME: ${byline.error.issues[0]?.message}.`);
  return { ok: true, order: { verb, email: email.data, name: byline.data, role } };
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

function misused(problem?: string): OrderResult {
  return { ok: false, message: problem === undefined ? USAGE : `${problem}\n${USAGE}` };
}
