import type { Sent } from "@/components/forms/send";
import {
  AT_REST,
  afterChange,
  afterFailure,
  afterHope,
  afterSending,
  afterSuccess,
  dueAt,
} from "@/lib/drafts/pace";
import {
  isDirty,
  opened,
  remoteChanged,
  type Save,
  type SyncState,
  saveAccepted,
  saveFailed,
  saveRefusedStale,
  saveStarted,
  toSave,
  typed,
} from "@/lib/drafts/sync";
import type { FormOf, Head, ItemState, ItemType } from "@/lib/drafts/types";
import { newsOf } from "./news";
import type { Fields, Outcome, SaveStatus, SessionParts, Snapshot } from "./session-types";

const COPY_AFTER_MS = 250;
/** A browser sends no more than 64 KiB for a page that is gone. */
const LARGEST_FAREWELL = 60_000;
const MOST_MERGES_IN_A_ROW = 5;

export type Busy = Snapshot<ItemType>["busy"];

/**
 * Keeps what stands in the fields of one open page in this browser and on the server, takes in what others do, and
 * says how things stand.
 */
export abstract class SavingSession<T extends ItemType> {
  protected parts: SessionParts<T>;
  #fields: Fields<T> | null = null;
  protected sync: SyncState<T>;
  protected item: Pick<ItemState<FormOf[T]>, "live" | "draft">;
  protected pace = AT_REST;
  protected trouble: SaveStatus | null = null;
  protected busy: Busy = null;
  #others: string[] = [];
  #kept = true;
  /** Whether something was typed that `sync` does not know of yet. */
  protected isBehind = false;
  #isWriting = false;
  #merges = 0;
  protected saving: Promise<void> | null = null;
  #saveTimer: ReturnType<typeof setTimeout> | undefined;
  #copyTimer: ReturnType<typeof setTimeout> | undefined;
  #snapshot: Snapshot<T>;
  #listeners = new Set<() => void>();

  constructor(parts: SessionParts<T>) {
    const { type, item, initial, copies, mayWrite } = parts;
    this.parts = parts;
    this.item = item;
    this.sync = opened(type, item, mayWrite ? copies.found : null);
    if (initial && !item.live && !item.draft && !this.sync.recovered) this.sync = typed(this.sync, initial);
    this.#snapshot = this.#look();
  }

  /** What the fields begin with. */
  get values(): FormOf[T] {
    return this.sync.values;
  }

  /** Whether this browser had kept something that the server has not. */
  get hasRecovered(): boolean {
    return this.sync.recovered;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  snapshot = (): Snapshot<T> => this.#snapshot;

  /** The fields stand, with `values` in them. */
  begin(fields: Fields<T>): void {
    this.#fields = fields;
    const { item, mayWrite, onNews } = this.parts;
    const isBehind = item.draft && item.live && item.draft.baseVersion !== item.live.version;
    if (isBehind) onNews({ text: "What was published meanwhile was merged in." });
    if (mayWrite && toSave(this.sync)) this.changed();
    this.settle();
    void this.announce();
  }

  end(): void {
    clearTimeout(this.#saveTimer);
    clearTimeout(this.#copyTimer);
  }

  /** Brings back the draft that was discarded last. */
  abstract undoDiscard(): Promise<Outcome>;

  /** Called for every key pressed: cheap. */
  fieldsChanged = (): void => {
    if (this.#isWriting || !this.parts.mayWrite) return;
    this.isBehind = true;
    this.changed();
    this.#copyTimer ??= setTimeout(() => this.#keepCopy(), COPY_AFTER_MS);
    this.show();
  };

  /** Sends what is not saved, if there is anything and nothing is under way. */
  save = (options: { keepalive?: boolean } = {}): Promise<void> => {
    if (this.saving) return this.saving;
    // A publication saves as well.
    if (!this.parts.mayWrite || this.busy === "publish") return Promise.resolve();
    this.take();
    const save = toSave(this.sync);
    if (!save) {
      this.pace = AT_REST;
      this.settle();
      return Promise.resolve();
    }
    this.start(save);
    const sending = this.post<{ draft: number; savedAt: string }>("drafts/save", this.bodyOf(save), options);
    this.saving = sending.then((answer) => this.#saved(answer)).finally(() => this.settle());
    return this.saving;
  };

  /** There is reason to hope that what failed works now: the network is back, the page is looked at again. */
  hope = (): void => {
    this.pace = afterHope(this.pace);
    if (this.pace.changes && this.trouble) void this.save();
    void this.announce();
  };

  /** The page may be gone any moment. */
  hide = (): void => {
    this.#keepCopy();
    if (this.pace.changes) void this.save();
  };

  leave = (): void => {
    this.#keepCopy();
    const save = this.saving || !this.pace.changes ? null : toSave(this.sync);
    if (save && isSmall(this.bodyOf(save))) void this.save({ keepalive: true });
    const { item, tab } = this.parts;
    void this.post("presence", { itemId: item.id, tab, leaving: true }, { keepalive: true });
  };

  /** Whether to ask before the page is left: something that was typed is not on the server. */
  isUnsaved(): boolean {
    this.take();
    // Nobody is held up on the way to the sign-in: the text waits here for them.
    if (!this.parts.mayWrite || (this.trouble?.kind === "signed-out" && this.#kept)) return false;
    return this.sync.inFlight !== null || isDirty(this.sync);
  }

  /** Says that the page is open, and hears who else has it open and what is new. */
  announce = async (): Promise<void> => {
    const { item, tab } = this.parts;
    const answer = await this.post<{ others: { name: string }[]; head: Head }>("presence", {
      itemId: item.id,
      tab,
    });
    if (answer.ok) {
      this.#others = answer.value.others.map(({ name }) => name);
      if (this.trouble?.kind === "signed-out") this.trouble = null;
      const { head } = this.sync;
      const isNews = answer.value.head.draft !== head.draft || answer.value.head.live !== head.live;
      if (isNews && !this.saving && !this.busy) await this.#refresh();
    } else if (answer.code === "signed-out") this.trouble = { kind: "signed-out" };
    this.#plan();
    this.show();
  };

  async #refresh(): Promise<void> {
    const asked = this.sync.head;
    const { type, item } = this.parts;
    const answer = await this.post<ItemState<FormOf[T]>>("drafts/state", this.itemBody());
    if (!answer.ok && answer.code !== "not-found") return;
    const now = answer.ok ? answer.value : { id: item.id, type, live: null, draft: null };
    this.take();
    this.absorb(remoteChanged(this.sync, now, asked), now);
    this.settle();
  }

  #saved(answer: Sent<{ draft: number; savedAt: string }>): void {
    this.saving = null;
    this.take();
    if (answer.ok) {
      this.sync = saveAccepted(this.sync, answer.value);
      this.pace = afterSuccess(this.pace);
      this.trouble = null;
      this.#merges = 0;
      if (!this.item.draft && !this.item.live) this.parts.onPlace(true);
      const { draft, live } = this.item;
      this.item = { live, draft: { ...draft, ...answer.value } as typeof draft };
    } else if (this.takeInStale(answer)) {
      this.#merges += 1;
      if (this.#merges < MOST_MERGES_IN_A_ROW) void this.save();
      else this.pace = afterFailure(this.pace, Date.now());
    } else this.unsent(answer);
  }

  /** Nothing was done, or nobody knows; the text is still to be sent. */
  protected unsent({ code, message, fields }: Sent<unknown> & { ok: false }): void {
    const isUnknown = code === "offline" || code === "unavailable" || code === "fault";
    this.sync = isUnknown ? saveFailed(this.sync) : { ...this.sync, inFlight: null };
    if (isUnknown || code === "limited" || code === "signed-out") {
      this.pace = afterFailure(this.pace, Date.now());
      this.trouble = { kind: code === "offline" || code === "signed-out" ? code : "failing" };
      return;
    }
    const [field, problem] = Object.entries(fields).find(([path]) => path.startsWith("form.")) ?? [];
    const said = field ? `${field.split(".").at(-1)} ${problem}` : message;
    if (this.busy !== "publish") this.trouble = { kind: "refused", message: said };
    else this.changed();
  }

  /** Whether it was refused because somebody was faster; then what they did is taken in. */
  protected takeInStale(answer: Sent<unknown> & { ok: false }): boolean {
    if (answer.code !== "stale") return false;
    const item = answer.detail.state as ItemState<FormOf[T]>;
    this.absorb(saveRefusedStale(this.sync, item), item);
    return true;
  }

  protected absorb(after: SyncState<T>, item: ItemState<FormOf[T]>): void {
    const before = this.sync;
    if (after === before) return;
    this.sync = after;
    const news = newsOf({ before, after, was: this.item, is: item, name: this.parts.name });
    this.place(item);
    this.write();
    if (toSave(after)) this.changed();
    if (!news) return;
    const { text, isGone } = news;
    this.parts.onNews({ text, ...(isGone && { undo: () => void this.undoDiscard() }) });
  }

  protected start(save: Save<FormOf[T]>): void {
    this.sync = saveStarted(this.sync, save);
    this.pace = afterSending(this.pace);
    this.show();
  }

  /** Reads the fields, before anything may write to them. */
  protected take(): void {
    if (!this.isBehind) return;
    this.isBehind = false;
    if (this.#fields) this.sync = typed(this.sync, this.#fields.read());
  }

  protected write(): void {
    this.#isWriting = true;
    this.#fields?.write(this.sync.values);
    this.#isWriting = false;
  }

  protected place(item: ItemState<FormOf[T]>): void {
    const wasThere = Boolean(this.item.live || this.item.draft);
    const isThere = Boolean(item.live || item.draft);
    this.item = item;
    if (wasThere !== isThere) this.parts.onPlace(isThere);
  }

  protected changed(): void {
    this.pace = afterChange(this.pace, Date.now());
    if (this.trouble?.kind === "refused") this.trouble = null;
    this.#plan();
  }

  #plan(): void {
    clearTimeout(this.#saveTimer);
    const due = dueAt(this.pace);
    if (due === null || this.saving || this.busy) return;
    this.#saveTimer = setTimeout(this.save, Math.max(0, due - Date.now()));
  }

  #keepCopy(): void {
    clearTimeout(this.#copyTimer);
    this.#copyTimer = undefined;
    this.take();
    if (!this.parts.mayWrite) return;
    if (this.sync.inFlight || isDirty(this.sync)) this.#kept = this.parts.copies.keep(this.sync);
    else this.parts.copies.forget();
  }

  /** After anything that may have changed what is safe where. */
  protected settle(): void {
    this.#keepCopy();
    this.#plan();
    this.show();
  }

  protected show(): void {
    const next = this.#look();
    const before = this.#snapshot as Record<string, unknown>;
    if (Object.entries(next).every(([name, value]) => isSame(value, before[name]))) return;
    this.#snapshot = next;
    for (const listener of this.#listeners) listener();
  }

  #look(): Snapshot<T> {
    const { live, draft } = this.item;
    return {
      status: this.#status(),
      kept: this.#kept,
      busy: this.busy,
      clashes: this.sync.clashes,
      others: this.#others,
      live,
      hasDraft: draft !== null,
      canUndoRestore: draft?.canUndoRestore ?? false,
    };
  }

  #status(): SaveStatus {
    if (
      this.trouble &&
      (this.trouble.kind === "signed-out" || this.trouble.kind === "refused" || this.pace.changes)
    ) {
      return this.trouble;
    }
    if (this.sync.inFlight) return { kind: "saving" };
    return this.pace.changes ? { kind: "typing" } : { kind: "saved", at: this.sync.savedAt };
  }

  protected itemBody() {
    return { itemType: this.parts.type, itemId: this.parts.item.id };
  }

  protected bodyOf({ form, seen, rebasedOn }: Save<FormOf[T]>) {
    return { ...this.itemBody(), seen, form, ...(rebasedOn !== undefined && { rebasedOn }) };
  }

  protected post<V>(path: string, body: object, options?: { keepalive?: boolean }): Promise<Sent<V>> {
    return this.parts.send<V>(`/api/admin/${path}`, body, options);
  }
}

function isSmall(body: object): boolean {
  return new TextEncoder().encode(JSON.stringify(body)).length < LARGEST_FAREWELL;
}

/** Small values, or the very same ones. */
function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
