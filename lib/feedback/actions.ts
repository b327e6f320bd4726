import "server-only";
import { editorAction } from "../actions/editor-action";
import { respond } from "../actions/respond";
import { done, refuse } from "../actions/result";
import { findActor } from "../auth/actor";
import { can } from "../auth/permissions";
import { blockSender, unblockSender } from "./block-mutations";
import { readCsv } from "./csv-queries";
import { eraseByEditor } from "./erase-mutations";
import { recordExport } from "./export-mutations";
import { replyByMail } from "./reply-mutations";
import {
  acceptSchema,
  assignSchema,
  blockSchema,
  declineSchema,
  eraseSchema,
  inboxQuerySchema,
  moveSchema,
  noteSchema,
  replySchema,
  undoSchema,
} from "./schema";
import {
  acceptFeedback,
  addNote,
  assignFeedback,
  declineFeedback,
  moveFeedback,
  undoLast,
} from "./work-mutations";

const permission = "feedback.work";

export const accept = editorAction({
  permission,
  input: acceptSchema,
  run: ({ actor, input }) => acceptFeedback({ ...input, actor, now: new Date() }),
});

export const decline = editorAction({
  permission,
  input: declineSchema,
  run: ({ actor, input }) => declineFeedback({ ...input, actor, now: new Date() }),
});

export const move = editorAction({
  permission,
  input: moveSchema,
  run: ({ actor, input }) => moveFeedback({ ...input, actor, now: new Date() }),
});

export const undo = editorAction({
  permission,
  input: undoSchema,
  run: ({ actor, input }) => undoLast({ ...input, actor, now: new Date() }),
});

export const assign = editorAction({
  permission,
  input: assignSchema,
  run: ({ actor, input }) => assignFeedback({ ...input, actor, now: new Date() }),
});

export const note = editorAction({
  permission,
  input: noteSchema,
  run: ({ actor, input }) => addNote({ ...input, actor, now: new Date() }),
});

export const reply = editorAction({
  permission,
  input: replySchema,
  run: ({ actor, input }) => replyByMail({ ...input, actor, now: new Date() }),
});

export const block = editorAction({
  permission,
  input: blockSchema,
  run: ({ actor, input }) => blockSender({ ...input, actor, now: new Date() }),
});

export const unblock = editorAction({
  permission,
  input: blockSchema,
  run: ({ actor, input }) => unblockSender({ ...input, actor, now: new Date() }),
});

export const erase = editorAction({
  permission,
  input: eraseSchema,
  run: ({ actor, input }) => eraseByEditor({ ...input, actor, now: new Date() }),
});

/** A GET: the messages that an address of the inbox asks for, on all of its pages, as a CSV file. */
export async function exportCsv(request: Request): Promise<Response> {
  let file: Response | undefined;
  const answer = await respond(async () => {
    const actor = await findActor();
    if (!actor) return refuse("signed-out", "You are signed out. Sign in to go on.");
    if (!can(actor.role, permission)) return refuse("forbidden", "Your role does not allow this.");
    const query = inboxQuerySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
    await recordExport({ actor, query });
    file = csvFile(readCsv(query, actor.id), new Date());
    return done(null);
  });
  return file ?? answer;
}

function csvFile(parts: AsyncGenerator<string>, now: Date): Response {
  const encoder = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const part = await parts.next();
      if (part.done) controller.close();
      else controller.enqueue(encoder.encode(part.value));
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
  return new Response(stream, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="feedback-${now.toISOString().slice(0, 10)}.csv"`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
