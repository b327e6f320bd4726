import "server-only";
import { recordAudit } from "../audit/mutations";
import type { Actor } from "../auth/types";
import { db } from "../db";
import { parsePair } from "../pair/pair";
import type { InboxQuery } from "./schema";

/** Writes down who takes readers' messages out of the site. What they searched for may name a reader: it is left out. */
export async function recordExport(input: { actor: Actor; query: Omit<InboxQuery, "page"> }): Promise<void> {
  const { actor, query } = input;
  await recordAudit(db(), {
    by: actor,
    action: "feedback.export",
    item: { name: parsePair(query.about) ? `messages about ${query.about}` : "messages" },
    detail: { state: query.state ?? "waiting", searched: query.q !== "" },
  });
}
