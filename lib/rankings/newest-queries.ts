import "server-only";
import { db } from "../db";

/**
 * A text that is another one after every publication: what is worked out of many records is kept under it. It is told
 * from the last few changes and not from the last alone, since a long import commits after publications that were begun
 * later.
 */
export async function findNewest(): Promise<string> {
  const [row] = await db().$queryRaw<{ newest: string }[]>`
    SELECT md5(concat_ws(' ',
      (SELECT string_agg(concat_ws(':', id, version), ' ') FROM
        (SELECT id, version FROM "Technology" ORDER BY "updatedAt" DESC, id DESC LIMIT 16) AS t),
      (SELECT string_agg(concat_ws(':', id, version), ' ') FROM
        (SELECT id, version FROM "Comparison" ORDER BY "updatedAt" DESC, id DESC LIMIT 16) AS k),
      (SELECT string_agg(concat_ws(':', id, version), ' ') FROM
        (SELECT id, version FROM "Category" ORDER BY "updatedAt" DESC, id DESC LIMIT 16) AS c)
    )) AS newest`;
  return row?.newest ?? "";
}
