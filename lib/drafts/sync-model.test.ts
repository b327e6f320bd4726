import fc from "fast-check";
import { expect, test } from "vitest";
import { keysOf } from "../form-fields";
import { emptyTechnologyForm, type PointForm, type TechnologyForm } from "../technologies/form";
import { applyEdit, type Edit, editArbitrary, pointForm } from "../testing/form-edits";
import { findLeaf, listLeaves, takeApart } from "./leaves";
import { readLocalCopy, toLocalCopy } from "./local-copy";
import {
  clashResolved,
  opened,
  published,
  remoteChanged,
  saveAccepted,
  saveFailed,
  saveRefusedStale,
  saveStarted,
  toPublish,
  toSave,
  typed,
} from "./sync";
import type { Save, SyncState } from "./sync-types";
import { type Head, headOf, type ItemState } from "./types";

// Two editors, a server and whatever can happen between them, in any order: requests that arrive late or never, answers
// that are lost, tabs that are closed, imports. Each text that is typed is unlike any other, so that it can be followed
// to where it went.

type Item = ItemState<TechnologyForm>;
type State = SyncState<"technology">;

const NOW = "2026-11-22T10:00:00Z";

/** The form as it comes out of the columns of a record: tidied, with keys by what the rows say. */
function readAnew(form: TechnologyForm): TechnologyForm {
  const keys = keysOf([...form.pros, ...form.cons].map(({ text }) => text.trim()));
  const tidy = <T extends object>(fields: T) =>
    Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, typeof value === "string" ? value.trim() : value]),
    ) as T;
  const points = (rows: PointForm[], from: number) =>
    rows.map((row, index) => ({ ...tidy(row), key: keys[from + index] ?? "" }));
  return { ...tidy(form), pros: points(form.pros, 0), cons: points(form.cons, form.pros.length) };
}

class Server {
  live: { version: number; form: TechnologyForm } | null;
  draft: Item["draft"] = null;
  discarded: Item["draft"] = null;
  versions = 100;

  constructor(live: TechnologyForm | null) {
    this.live = live && { version: 1, form: readAnew(live) };
  }

  read(): Item {
    const live = this.live && { ...this.live, state: "live" as const, path: "/technologies/go" };
    return structuredClone({ id: "item", type: "technology", live, draft: this.draft });
  }

  content(): TechnologyForm {
    return this.draft?.form ?? this.live?.form ?? emptyTechnologyForm();
  }

  save({ form, seen, rebasedOn }: Save<TechnologyForm>): { draft: number; savedAt: string } | null {
    const head = headOf(this.read());
    if (seen.draft !== head.draft || seen.live !== head.live) return null;
    if (rebasedOn !== undefined) expect(rebasedOn).toBe(head.live);
    const takesLive = this.draft === null || rebasedOn !== undefined;
    this.versions += 1;
    this.draft = {
      version: this.versions,
      form: structuredClone(form),
      base: takesLive ? (this.live?.form ?? null) : (this.draft?.base ?? null),
      baseVersion: takesLive ? head.live : (this.draft?.baseVersion ?? null),
      savedAt: NOW,
      savedBy: "Ada",
      authorId: "ada",
      canUndoRestore: false,
    };
    return { draft: this.versions, savedAt: NOW };
  }

  publish(save: Save<TechnologyForm>): Item | null {
    const before = this.draft;
    if (!this.save(save)) return null;
    if (this.draft?.baseVersion !== (this.live?.version ?? null)) {
      this.draft = before;
      return null;
    }
    this.goLive(save.form);
    this.draft = null;
    return this.read();
  }

  discard(alive: Set<string>): void {
    if (!this.draft) return;
    for (const { value } of listLeaves(takeApart(this.draft.form))) alive.delete(value.trim());
    for (const alias of this.draft.form.aliases) alive.delete(alias.trim());
    this.discarded = this.draft;
    this.draft = null;
  }

  undoDiscard(): void {
    if (this.draft || !this.discarded) return;
    this.versions += 1;
    this.draft = { ...this.discarded, version: this.versions };
  }

  goLive(form: TechnologyForm): void {
    this.live = { version: (this.live?.version ?? 0) + 1, form: readAnew(form) };
  }
}

type Wire = { kind: "save" | "publish"; save: Save<TechnologyForm>; answer?: () => void };

class Client {
  wire: Wire | null = null;
  late: Wire[] = [];
  news: { item: Item; asked: Head } | null = null;
  state: State;

  constructor(
    readonly server: Server,
    readonly alive: Set<string>,
    readonly name: string,
  ) {
    this.state = opened("technology", server.read());
  }

  edit(edit: Edit, mark: number): void {
    const token = `${this.name}${mark}${mark % 5 === 0 ? " " : ""}`;
    const before = this.state.values;
    const after = applyEdit(before, "text" in edit ? { ...edit, text: token } : edit, `${this.name}-${mark}`);
    this.follow(before, after);
    this.state = typed(this.state, after);
  }

  /** What the editor saw and typed over or deleted is gone by their own hand. */
  follow(before: TechnologyForm, after: TechnologyForm): void {
    const [old, now] = [takeApart(before), takeApart(after)];
    for (const { path, value } of listLeaves(old)) {
      const left = findLeaf(now, path);
      if (left?.value === value) continue;
      this.alive.delete(value.trim());
      const clash = left ? undefined : this.state.clashes.find((one) => one.path === path);
      if (clash) this.alive.delete(clash.theirs.trim());
    }
    for (const { path, value } of listLeaves(now)) {
      if (!path.endsWith(".side") && findLeaf(old, path)?.value !== value) this.alive.add(value.trim());
    }
  }

  send(kind: Wire["kind"]): void {
    const save = kind === "save" ? toSave(this.state) : toPublish(this.state);
    if (!save) return;
    this.state = saveStarted(this.state, save);
    this.wire = { kind, save };
  }

  arrive(wire: Wire | null): void {
    if (!wire || wire.answer) return;
    if (wire.kind === "publish") {
      const item = this.server.publish(wire.save);
      const left = this.server.read();
      wire.answer = () => {
        this.state = item ? published(this.state, item) : saveRefusedStale(this.state, left);
      };
      return;
    }
    const saved = this.server.save(wire.save);
    const left = this.server.read();
    wire.answer = () => {
      this.state = saved ? saveAccepted(this.state, saved) : saveRefusedStale(this.state, left);
    };
  }

  hearAnswer(): void {
    if (!this.wire?.answer) return;
    this.wire.answer();
    this.wire = null;
  }

  loseAnswer(): void {
    if (!this.wire) return;
    this.late.push(this.wire);
    this.wire = null;
    this.state = saveFailed(this.state);
  }

  ask(): void {
    this.news = { item: this.server.read(), asked: this.state.head };
  }

  hearNews(): void {
    if (this.news) this.state = remoteChanged(this.state, this.news.item, this.news.asked);
    this.news = null;
  }

  resolve(at: number, choice: "mine" | "theirs"): void {
    const { clashes } = this.state;
    const clash = clashes[at % Math.max(clashes.length, 1)];
    if (!clash) return;
    this.alive.delete((choice === "mine" ? clash.theirs : clash.mine).trim());
    this.state = clashResolved(this.state, clash.path, choice);
    expect(this.state.clashes.filter((one) => one.path === clash.path && one.from === clash.from)).toEqual(
      [],
    );
  }

  /** The tab is closed, and opened again. */
  reload(): void {
    const copy = toLocalCopy(this.state, NOW);
    if (this.wire) this.late.push(this.wire);
    this.wire = null;
    this.news = null;
    this.state = opened("technology", this.server.read(), readLocalCopy("technology", copy));
  }
}

type Plain =
  | "discard"
  | "undo-discard"
  | "send"
  | "arrive"
  | "hear"
  | "lose"
  | "late"
  | "ask"
  | "hearNews"
  | "reload"
  | "publish";

type Op =
  | { kind: "edit"; edit: Edit }
  | { kind: Plain }
  | { kind: "resolve"; at: number; choice: "mine" | "theirs" }
  | { kind: "import"; at: number };

const just = (kind: Plain) => fc.constant<Op>({ kind });

const op: fc.Arbitrary<Op> = fc.oneof(
  { weight: 10, arbitrary: fc.record({ kind: fc.constant("edit" as const), edit: editArbitrary }) },
  { weight: 5, arbitrary: just("send") },
  { weight: 6, arbitrary: just("arrive") },
  { weight: 6, arbitrary: just("hear") },
  { weight: 1, arbitrary: just("lose") },
  { weight: 1, arbitrary: just("late") },
  { weight: 2, arbitrary: just("ask") },
  { weight: 2, arbitrary: just("hearNews") },
  { weight: 1, arbitrary: just("reload") },
  { weight: 1, arbitrary: just("publish") },
  { weight: 1, arbitrary: just("discard") },
  { weight: 1, arbitrary: just("undo-discard") },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("resolve" as const),
      at: fc.nat(3),
      choice: fc.constantFrom("mine" as const, "theirs" as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("import" as const), at: fc.nat(6) }) },
);

const startForm: TechnologyForm = {
  ...emptyTechnologyForm(),
  name: "Go",
  lead: "Lead",
  pros: [pointForm("a", "Fast"), pointForm("b", "Small")],
  cons: [pointForm("c", "Plain")],
};

function importInto(server: Server, alive: Set<string>, at: number, mark: number): void {
  if (!server.live) return;
  const { form } = server.live;
  const token = `i${mark}`;
  const row = at % 4;
  const edit: Edit =
    at > 4
      ? { kind: "type", field: "lead", text: token }
      : { kind: "write", row, field: "text", text: token };
  const after = applyEdit(form, edit, "");
  const now = takeApart(after);
  for (const { path, value } of listLeaves(takeApart(form))) {
    if (findLeaf(now, path)?.value !== value) alive.delete(value.trim());
  }
  if (JSON.stringify(after) !== JSON.stringify(form)) alive.add(token);
  server.goLive(after);
}

function run(client: Client, step: Op, mark: number): void {
  const { server, alive } = client;
  if (step.kind === "edit") client.edit(step.edit, mark);
  else if (step.kind === "send") client.send("save");
  else if (step.kind === "publish") client.send("publish");
  else if (step.kind === "arrive") client.arrive(client.wire);
  else if (step.kind === "hear") client.hearAnswer();
  else if (step.kind === "lose") client.loseAnswer();
  else if (step.kind === "late") client.arrive(client.late.shift() ?? null);
  else if (step.kind === "ask") client.ask();
  else if (step.kind === "hearNews") client.hearNews();
  else if (step.kind === "resolve") client.resolve(step.at, step.choice);
  else if (step.kind === "reload") client.reload();
  else if (step.kind === "discard") server.discard(alive);
  else if (step.kind === "undo-discard") server.undoDiscard();
  else if (step.kind === "import") importInto(server, alive, step.at, mark);
}

/** Everything arrives, everybody chooses, until nobody has anything left to say. */
function settle(clients: Client[]): number {
  for (const client of clients) {
    for (const wire of client.late) client.arrive(wire);
    client.arrive(client.wire);
    client.hearAnswer();
  }
  for (let round = 1; round <= 20; round += 1) {
    let quiet = true;
    for (const client of clients) {
      client.ask();
      client.hearNews();
      while (client.state.clashes.length > 0) client.resolve(0, round % 2 === 0 ? "mine" : "theirs");
      client.send("save");
      if (client.wire) quiet = false;
      client.arrive(client.wire);
      client.hearAnswer();
    }
    if (quiet) return round;
  }
  return Number.POSITIVE_INFINITY;
}

const bare = ({ pros, cons, ...rest }: TechnologyForm) => ({
  ...rest,
  pros: pros.map((row) => ({ ...row, key: "" })),
  cons: cons.map((row) => ({ ...row, key: "" })),
});

function follow(start: TechnologyForm | null, steps: { who: number; step: Op }[]): void {
  const server = new Server(start);
  const alive = new Set<string>();
  const clients = [new Client(server, alive, "a"), new Client(server, alive, "b")];
  steps.forEach(({ who, step }, mark) => {
    const client = clients[who];
    if (client) run(client, step, mark);
  });
  expect(settle(clients)).toBeLessThanOrEqual(20);
  const content = bare(server.content());
  for (const { state } of clients) {
    expect(state.values).toEqual(state.server);
    expect(bare(state.values)).toEqual(content);
  }
  const texts = new Set(listLeaves(takeApart(server.content())).map(({ value }) => value.trim()));
  for (const alias of server.content().aliases) texts.add(alias.trim());
  expect([...alive].filter((token) => !texts.has(token))).toEqual([]);
}

const steps = fc.array(fc.record({ who: fc.nat(1), step: op }), { maxLength: 60, size: "max" });

test.each([
  ["a live record", startForm],
  ["an item that is new", null],
])("two editors of %s end with one text, and nothing typed is missing from it", (_, start) => {
  fc.assert(
    fc.property(steps, (all) => follow(start, all)),
    { seed: 20261122, numRuns: 500 },
  );
});
