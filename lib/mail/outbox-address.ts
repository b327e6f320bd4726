import { z } from "zod";

export const OUTBOX_PATH = "/admin/outbox";

const STATES = ["queued", "sent", "failed", "unsent"] as const;

/** What an address asks of the outbox. Whatever cannot be meant is as if it were not there. */
export const outboxQuerySchema = z.object({
  state: z.enum(STATES).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

export type OutboxQuery = z.output<typeof outboxQuerySchema>;

export function outboxAddress({ state, page }: OutboxQuery): string {
  const parameters = new URLSearchParams();
  if (state) parameters.set("state", state);
  if (page > 1) parameters.set("page", String(page));
  return parameters.size === 0 ? OUTBOX_PATH : `${OUTBOX_PATH}?${parameters}`;
}

export function outboxMailPath(id: string): string {
  return `${OUTBOX_PATH}/${id}`;
}
