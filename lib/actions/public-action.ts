import "server-only";
import type { z } from "zod";
import { currentRequest } from "../request-context";
import { findForeignOrigin, readInput, respond } from "./respond";
import type { ActionResult } from "./result";

const LARGEST_BYTES = 16 * 1024;

/**
 * A POST handler for anybody: from our own pages, JSON of the shape `input`, small. `address` is the client's, as the
 * front knows it; empty where nothing in front of Next does.
 */
export function publicAction<S extends z.ZodType, T>(action: {
  input: S;
  run: (call: { address: string; input: z.output<S> }) => Promise<ActionResult<T>>;
}): (request: Request) => Promise<Response> {
  return (request) =>
    respond(async () => {
      const foreign = findForeignOrigin(request);
      if (foreign) return foreign;
      const input = await readInput(request, action.input, LARGEST_BYTES);
      if (!input.ok) return input;
      return action.run({ address: currentRequest()?.address ?? "", input: input.value });
    });
}
