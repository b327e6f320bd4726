import type { Sent } from "@/components/forms/send";
import { listFormProblems } from "@/lib/drafts/check";
import { keyedPath } from "@/lib/drafts/keyed-form";
import { readLocalCopy, toLocalCopy } from "@/lib/drafts/local-copy";
import { AT_REST } from "@/lib/drafts/pace";
import {
  clashResolved,
  isDirty,
  opened,
  published,
  remoteChanged,
  toPublish,
  toSave,
} from "@/lib/drafts/sync";
import type { FormOf, ItemState, ItemType } from "@/lib/drafts/types";
import { type Busy, SavingSession } from "./saving-session";
import type { Outcome, PublishOutcome } from "./session-types";

type PublishAnswer<T extends ItemType> = { path: string | null; state: ItemState<FormOf[T]> };

const UNKNOWN = "We cannot reach the site, and cannot tell whether it was published.";

/** One editor's work on one item in one open page: saving, and what is done with the item as a whole. Knows no React. */
export class EditingSession<T extends ItemType> extends SavingSession<T> {
  async publish(reason?: string): Promise<PublishOutcome> {
    return this.#doing("publish", async () => {
      while (this.saving) await this.saving;
      this.take();
      const save = toPublish(this.sync);
      if (!save) return { kind: "clashes" };
      const check = listFormProblems(this.parts.type, save.form);
      const onPage = (fields: Record<string, string>) =>
        Object.fromEntries(Object.entries(fields).map(([path, text]) => [keyedPath(save.form, path), text]));
      if (!check.ok) {
        return {
          kind: "invalid",
          fields: onPage(check.fields),
          message: "This cannot be published as it is.",
        };
      }
      this.start(save);
      const body = { ...this.bodyOf(save), ...(reason && { reason }) };
      const answer = await this.post<PublishAnswer<T>>("drafts/publish", body);
      this.take();
      if (answer.ok) {
        this.sync = published(this.sync, answer.value.state);
        this.trouble = null;
        this.place(answer.value.state);
        this.write();
        return { kind: "published", path: answer.value.path };
      }
      if (this.takeInStale(answer)) return { kind: "merged" };
      this.unsent(answer);
      const { code, fields, message } = answer;
      if (code === "invalid") return { kind: "invalid", fields: onPage(fields), message };
      return { kind: "failed", message: code === "offline" ? UNKNOWN : message };
    });
  }

  /** Throws the draft away, the last key pressed included; `undoDiscard` brings all of it back. */
  discard(): Promise<Outcome> {
    return this.#doing("discard", () => this.#replace("drafts/discard", { seen: true }));
  }

  undoDiscard(): Promise<Outcome> {
    return this.#doing("undo", () => this.#replace("drafts/undo-discard", { seen: false }));
  }

  undoRestore(): Promise<Outcome> {
    return this.#doing("undo", () => this.#replace("drafts/undo-restore", { seen: true }));
  }

  unpublish(reason?: string): Promise<Outcome> {
    return this.#doing("unpublish", async () => {
      await this.save();
      const asked = this.sync.head;
      const answer = await this.post<{ state: ItemState<FormOf[T]> }>("drafts/unpublish", {
        ...this.itemBody(),
        seen: asked,
        ...(reason && { reason }),
      });
      if (!answer.ok) return this.#failed(answer);
      this.take();
      this.sync = remoteChanged(this.sync, answer.value.state, asked);
      this.place(answer.value.state);
      this.write();
      return { kind: "done" };
    });
  }

  resolve(path: string, choice: "mine" | "theirs"): void {
    this.take();
    this.sync = clashResolved(this.sync, path, choice);
    this.write();
    this.changed();
    this.settle();
  }

  /** For what puts another form in place of this one. What is unsaved is saved first, so that it can come back. */
  async #replace(path: string, { seen }: { seen: boolean }): Promise<Outcome> {
    await this.save();
    if (seen && toSave(this.sync))
      return { kind: "failed", message: "Your last changes are not saved yet. Try again." };
    const body = { ...this.itemBody(), ...(seen && { seen: this.sync.head }) };
    const answer = await this.post<{ state: ItemState<FormOf[T]> }>(path, body);
    if (!answer.ok) return this.#failed(answer);
    // What was typed while the answer was under way is merged like what a closed tab left behind.
    this.take();
    const { type } = this.parts;
    const typedSince = isDirty(this.sync)
      ? readLocalCopy(type, toLocalCopy(this.sync, new Date().toISOString()))
      : null;
    this.sync = opened(type, answer.value.state, typedSince ?? undefined);
    this.isBehind = false;
    this.pace = AT_REST;
    this.trouble = null;
    this.place(answer.value.state);
    this.write();
    return { kind: "done" };
  }

  #failed(answer: Sent<unknown> & { ok: false }): Outcome {
    this.take();
    if (this.takeInStale(answer)) {
      return { kind: "failed", message: "Somebody changed this just now. Look at it, then try again." };
    }
    return { kind: "failed", message: answer.message };
  }

  async #doing<O>(busy: NonNullable<Busy>, work: () => Promise<O>): Promise<O> {
    this.busy = busy;
    this.show();
    try {
      return await work();
    } finally {
      this.busy = null;
      this.settle();
    }
  }
}
