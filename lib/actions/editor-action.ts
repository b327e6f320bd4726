import "server-only";
import type { z } from "zod";
import { findActor } from "../auth/actor";
import { can, type Permission } from "../auth/permissions";
import type { Actor } from "../auth/types";
import { findForeignOrigin, readInput, respond } from "./respond";
import { type ActionResult, refuse } from "./result";

const LARGEST_BYTES = 64 * 1024;

/**
 * A POST handler for those who are signed in. It denies by default: the request must come from our own pages, the
 * session is read from the database, the role must hold `permission`, and the body must be JSON of the shape `input`
 * and no larger than `largest` bytes, before `run` sees any of it.
 */
export function editorAction<S extends z.ZodType, T>(action: {
  permission: Permission;
  input: S;
  largest?: number;
  /** What pages ask by themselves does not keep a session from counting as idle. */
  background?: boolean;
  run: (call: { actor: Actor; input: z.output<S>; request: Request }) => Promise<ActionResult<T>>;
}): (request: Request) => Promise<Response> {
  const { permission, input: schema, largest = LARGEST_BYTES, background = false, run } = action;
  return (request) =>
    respond(async () => {
      const foreign = findForeignOrigin(request);
      if (foreign) return foreign;
      const actor = await findActor({ background });
      if (!actor) return refuse("signed-out", "You are signed out. Sign in to go on.");
      if (!can(actor.role, permission)) return refuse("forbidden", "Your role does not allow this.");
      const input = await readInput(request, schema, largest);
      return input.ok ? run({ actor, input: input.value, request }) : input;
    });
}
