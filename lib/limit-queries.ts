import "server-only";
import { Prisma } from "@/prisma/generated/client";

/**
 * SQL for a bound that is the same in every call. Plans are generic (lib/db.ts): a bound in a parameter is unknown to the
 * planner, who takes it for a tenth of the table and would rather read everything.
 */
export function limit(most: number): Prisma.Sql {
  return Prisma.raw(String(Math.trunc(most)));
}
