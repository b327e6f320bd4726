import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Sent } from "@/components/forms/send";
import type { RefusalCode } from "@/lib/actions/result";
import type { FormOf, Head, ItemState } from "@/lib/drafts/types";
import { emptyTechnologyForm } from "@/lib/technologies/form";
import { keptCopies } from "./kept-copies";
import { EditingSession } from "./session";
import type { News } from "./session-types";

type F = FormOf["technology"];

const ID = "7f0c8a52-4a5f-4a0e-9a5c-0d4f4c1f2a10";
const READY: F = {
  ...emptyTechnologyForm(),
  ...{ slug: "zig", name: "Zig", kind: "language", category: "languages" },
  ...{ description: "A language.", lead: "Choose Zig when it matters." },
};

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-11-22T10:42:00Z") });
});

afterEach(() => {
  vi.useRealTimers();
});

/** Keeps one item as the endpoints do, and can be out of reach in several ways. */
class Server {
  draft: ItemState<F>["draft"] = null;
  live: ItemState<F>["live"] = null;
  fails: RefusalCode | "offline" | null = null;
  /** The request arrives, and its answer does not. */
  losesAnswers = false;
  others: { name: string }[] = [];
  calls: { path: string; body: Record<string, unknown> }[] = [];
  #version = 0;

  get item(): ItemState<F> {
    return structuredClone({ id: ID, type: "technology", live: this.live, draft: this.draft });
  }

  send = async <V>(path: string, body: object): Promise<Sent<V>> => {
    this.calls.push({ path: path.replace("/api/admin/", ""), body: body as Record<string, unknown> });
    await new Promise((resolve) => setTimeout(resolve, 50));
    if (this.fails) return refusal(this.fails);
    const answer = this.#answer(path, structuredClone(body) as Request);
    if (this.losesAnswers) return refusal("offline");
    return answer as Sent<V>;
  };

  save(form: F, savedBy: string, rebasedOn?: number): { draft: number; savedAt: string } {
    const begins = this.draft === null;
    this.draft = {
      version: ++this.#version,
      form: structuredClone(form),
      base: begins ? (this.live?.form ?? null) : (this.draft?.base ?? null),
      baseVersion: rebasedOn ?? (begins ? (this.live?.version ?? null) : (this.draft?.baseVersion ?? null)),
      savedAt: new Date().toISOString(),
      savedBy,
      authorId: "a",
      canUndoRestore: false,
    };
    return { draft: this.draft.version, savedAt: this.draft.savedAt };
  }

  publish(form: F): void {
    const trimmed = { ...form, name: form.name.trim() };
    this.live = {
      version: (this.live?.version ?? 0) + 1,
      form: trimmed,
      state: "live",
      path: `/technologies/${form.slug}`,
    };
    this.draft = null;
  }

  count(path: string): number {
    return this.calls.filter((call) => call.path === path).length;
  }

  #answer(path: string, body: Request): Sent<unknown> {
    const head = { draft: this.draft?.version ?? null, live: this.live?.version ?? null };
    switch (path.replace("/api/admin/", "")) {
      case "presence":
        return { ok: true, value: { others: this.others, head } };
      case "drafts/state":
        return this.draft || this.live ? { ok: true, value: this.item } : refusal("not-found");
      case "drafts/undo-discard":
        this.save(READY, "Me");
        return { ok: true, value: { state: this.item } };
    }
    if (body.seen.draft !== head.draft || body.seen.live !== head.live) {
      return { ...refusal("stale"), detail: { state: this.item } } as Sent<unknown>;
    }
    switch (path.replace("/api/admin/", "")) {
      case "drafts/save":
        return { ok: true, value: this.save(body.form, "Me", body.rebasedOn) };
      case "drafts/publish":
        this.publish(body.form);
        return { ok: true, value: { live: 1, path: this.live?.path, state: this.item } };
      case "drafts/discard":
        this.draft = null;
        return { ok: true, value: { state: this.item } };
      default:
        throw new Error(path);
    }
  }
}

type Request = { seen: Head; form: F; rebasedOn?: number };

function refusal(code: RefusalCode | "offline"): Sent<never> {
  return { ok: false, code, message: `It is ${code}.`, fields: {}, detail: {} };
}

class MemoryStorage {
  items = new Map<string, string>();
  isFull = false;
  get length() {
    return this.items.size;
  }
  key = (index: number) => [...this.items.keys()][index] ?? null;
  getItem = (key: string) => this.items.get(key) ?? null;
  removeItem = (key: string) => void this.items.delete(key);
  setItem = (key: string, value: string) => {
    if (this.isFull) throw new Error("QuotaExceededError");
    this.items.set(key, value);
  };
}

let tabs = 0;

/** An open page: its fields and its session. */
function openPage(
  server: Server,
  options: { storage?: MemoryStorage; mayWrite?: boolean; initial?: F } = {},
) {
  const { storage = new MemoryStorage(), mayWrite = true, initial } = options;
  const tab = `tab-${++tabs}`;
  const news: News[] = [];
  const places: boolean[] = [];
  const session = new EditingSession<"technology">({
    ...{ type: "technology", item: server.item, initial, tab, mayWrite, name: "Me" },
    send: server.send,
    copies: keptCopies("technology", { itemId: ID, userId: "me", tab }, storage as unknown as Storage),
    onNews: (one) => news.push(one),
    onPlace: (isOnServer) => places.push(isOnServer),
  });
  const page = {
    session,
    storage,
    news,
    places,
    fields: structuredClone(session.values),
    type(changes: Partial<F>) {
      Object.assign(page.fields, changes);
      session.fieldsChanged();
    },
    status: () => session.snapshot().status,
  };
  session.begin({
    read: () => structuredClone(page.fields),
    write: (values) => {
      page.fields = structuredClone(values);
    },
  });
  return page;
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe("saving", () => {
  test("what is typed is on the server two seconds after a pause, and the page says when", async () => {
    const server = new Server();
    const page = openPage(server);
    page.type({ name: "Z" });
    page.type({ name: "Zig" });
    expect(page.status()).toEqual({ kind: "typing" });
    await pass(1_020);
    expect(page.status()).toEqual({ kind: "saving" });
    await pass(500);
    expect(server.draft?.form.name).toBe("Zig");
    expect(page.status()).toEqual({ kind: "saved", at: server.draft?.savedAt });
    expect(server.count("drafts/save")).toBe(1);
    expect(page.places).toEqual([true]);
  });

  test("nothing is sent while nothing is typed, and nothing twice", async () => {
    const server = new Server();
    const page = openPage(server);
    await pass(60_000);
    page.type({ name: "Zig" });
    await pass(60_000);
    expect(server.count("drafts/save")).toBe(1);
  });

  test("one save is under way at a time; what is typed meanwhile goes with the next", async () => {
    const server = new Server();
    const page = openPage(server);
    page.type({ name: "Zig" });
    void page.session.save();
    page.type({ lead: "Later" });
    void page.session.save();
    expect(server.count("drafts/save")).toBe(1);
    await pass(2_000);
    expect(server.draft?.form).toMatchObject({ name: "Zig", lead: "Later" });
  });

  test("somebody who only may read sends nothing and keeps nothing", async () => {
    const server = new Server();
    server.save(READY, "Ada");
    const page = openPage(server, { mayWrite: false });
    page.type({ name: "Mine" });
    await pass(10_000);
    expect(server.count("drafts/save")).toBe(0);
    expect(page.storage.length).toBe(0);
  });

  test("what a new item begins with is saved like what is typed", async () => {
    const server = new Server();
    openPage(server, { initial: READY });
    await pass(2_000);
    expect(server.draft?.form.slug).toBe("zig");
  });
});

describe("when the server cannot be reached", () => {
  test("the text is kept here, the page says so, and it is sent when the network is back", async () => {
    const server = new Server();
    server.fails = "offline";
    const page = openPage(server);
    page.type({ name: "Zig" });
    await pass(1_200);
    expect(page.status()).toEqual({ kind: "offline" });
    expect(page.session.snapshot().kept).toBe(true);
    expect([...page.storage.items.values()].join()).toContain("Zig");
    server.fails = null;
    page.session.hope();
    await pass(200);
    expect(server.draft?.form.name).toBe("Zig");
    expect(page.storage.length).toBe(0);
  });

  test("it is tried again by itself, ever more slowly", async () => {
    const server = new Server();
    server.fails = "unavailable";
    const page = openPage(server);
    page.type({ name: "Zig" });
    await pass(8_500);
    expect(page.status()).toEqual({ kind: "failing" });
    expect(server.count("drafts/save")).toBe(4);
    await pass(60_000);
    expect(server.count("drafts/save")).toBeLessThan(9);
    server.fails = null;
    await pass(31_000);
    expect(server.draft?.form.name).toBe("Zig");
  });

  test("a save whose answer was lost does not clash with what was typed since", async () => {
    const server = new Server();
    const page = openPage(server);
    server.losesAnswers = true;
    page.type({ name: "Zi" });
    await pass(1_200);
    server.losesAnswers = false;
    page.type({ name: "Zig" });
    await pass(5_000);
    expect(server.draft?.form.name).toBe("Zig");
    expect(page.session.snapshot().clashes).toEqual([]);
  });

  test("a session that ended is said, and once there is a new one the text is saved", async () => {
    const server = new Server();
    const page = openPage(server);
    await pass(100);
    server.fails = "signed-out";
    page.type({ name: "Zig" });
    await pass(1_200);
    expect(page.status()).toEqual({ kind: "signed-out" });
    server.fails = null;
    page.session.hope();
    await pass(300);
    expect(page.status().kind).toBe("saved");
    expect(server.draft?.form.name).toBe("Zig");
  });

  test("what the server refuses is not sent again until it changes", async () => {
    const server = new Server();
    server.fails = "too-large";
    const page = openPage(server);
    page.type({ name: "Zig" });
    await pass(120_000);
    expect(page.status()).toEqual({ kind: "refused", message: "It is too-large." });
    expect(server.count("drafts/save")).toBe(1);
    server.fails = null;
    page.type({ name: "Zig!" });
    await pass(2_000);
    expect(server.draft?.form.name).toBe("Zig!");
  });
});

describe("the copy in this browser", () => {
  test("it is written as one types, and gone once the server has everything", async () => {
    const server = new Server();
    const page = openPage(server);
    page.type({ name: "Zig" });
    await pass(300);
    expect(page.storage.length).toBe(1);
    await pass(2_000);
    expect(page.storage.length).toBe(0);
  });

  test("a page that is closed before it could save brings its text back", async () => {
    const server = new Server();
    server.save(READY, "Me");
    const page = openPage(server);
    server.fails = "offline";
    page.type({ lead: "Unsaved" });
    page.session.leave();
    page.session.end();
    server.fails = null;
    const again = openPage(server, { storage: page.storage });
    expect(again.fields.lead).toBe("Unsaved");
    expect(again.session.hasRecovered).toBe(true);
    await pass(2_000);
    expect(server.draft?.form.lead).toBe("Unsaved");
    expect(again.storage.length).toBe(0);
  });

  test("what others saved meanwhile and what was kept are both there", async () => {
    const server = new Server();
    server.save(READY, "Me");
    const page = openPage(server);
    server.fails = "offline";
    page.type({ lead: "Unsaved" });
    page.session.leave();
    page.session.end();
    server.fails = null;
    server.save({ ...READY, tagline: "Ada's" }, "Ada");
    const again = openPage(server, { storage: page.storage });
    expect(again.fields).toMatchObject({ lead: "Unsaved", tagline: "Ada's" });
  });

  test("the work of two pages that were both left is in one", async () => {
    const server = new Server();
    server.save(READY, "Me");
    const storage = new MemoryStorage();
    const [one, other] = [openPage(server, { storage }), openPage(server, { storage })];
    server.fails = "offline";
    one.type({ lead: "One" });
    other.type({ tagline: "Other" });
    for (const page of [one, other]) {
      page.session.leave();
      page.session.end();
    }
    server.fails = null;
    const again = openPage(server, { storage });
    expect(again.fields).toMatchObject({ lead: "One", tagline: "Other" });
    await pass(2_000);
    expect(storage.length).toBe(0);
  });

  test("a browser without room for it is told of, and saving goes on", async () => {
    const server = new Server();
    const page = openPage(server);
    page.storage.isFull = true;
    server.fails = "offline";
    page.type({ name: "Zig" });
    await pass(1_500);
    expect(page.session.snapshot().kept).toBe(false);
    server.fails = null;
    await pass(5_000);
    expect(server.draft?.form.name).toBe("Zig");
  });
});

describe("two editors", () => {
  test("a stale save takes in what the other wrote, says so, and saves both", async () => {
    const server = new Server();
    server.save(READY, "Me");
    const page = openPage(server);
    await pass(100);
    page.type({ lead: "Mine" });
    server.save({ ...READY, tagline: "Theirs" }, "Ada");
    await pass(2_000);
    expect(server.draft?.form).toMatchObject({ lead: "Mine", tagline: "Theirs" });
    expect(page.fields.tagline).toBe("Theirs");
    expect(page.news).toEqual([{ text: "Ada’s changes were merged in." }]);
  });

  test("a clash keeps both, saves theirs until one is chosen, and holds publishing up", async () => {
    const server = new Server();
    server.save(READY, "Me");
    const page = openPage(server);
    await pass(100);
    page.type({ lead: "Mine" });
    server.save({ ...READY, lead: "Theirs" }, "Ada");
    await pass(2_000);
    expect(page.fields.lead).toBe("Mine");
    expect(server.draft?.form.lead).toBe("Theirs");
    expect(page.session.snapshot().clashes).toMatchObject([{ path: "lead", mine: "Mine", theirs: "Theirs" }]);
    expect(page.news.at(-1)?.text).toMatch(/Ada changed the same text/);
    expect(await page.session.publish()).toEqual({ kind: "clashes" });
    page.session.resolve("lead", "mine");
    expect(page.session.snapshot().clashes).toEqual([]);
    await pass(2_000);
    expect(server.draft?.form.lead).toBe("Mine");
  });

  test("what another saved shows within ten seconds, without a key pressed", async () => {
    const server = new Server();
    server.save(READY, "Me");
    server.others = [{ name: "Ada" }];
    const page = openPage(server);
    await pass(100);
    expect(page.session.snapshot().others).toEqual(["Ada"]);
    server.save({ ...READY, lead: "Theirs" }, "Ada");
    void page.session.announce();
    await pass(200);
    expect(page.fields.lead).toBe("Theirs");
    expect(page.status().kind).toBe("saved");
  });

  test("what is typed while the news comes stays", async () => {
    const server = new Server();
    server.save(READY, "Me");
    const page = openPage(server);
    await pass(100);
    server.save({ ...READY, lead: "Theirs" }, "Ada");
    void page.session.announce();
    await pass(75);
    page.type({ tagline: "Mine" });
    await pass(3_000);
    expect(page.fields).toMatchObject({ lead: "Theirs", tagline: "Mine" });
    expect(server.draft?.form).toMatchObject({ lead: "Theirs", tagline: "Mine" });
  });

  test("a draft that was discarded elsewhere can be brought back", async () => {
    const server = new Server();
    server.save(READY, "Me");
    const page = openPage(server);
    await pass(100);
    server.draft = null;
    void page.session.announce();
    await pass(200);
    expect(page.news.at(-1)?.text).toMatch(/discarded elsewhere/);
    page.news.at(-1)?.undo?.();
    await pass(200);
    expect(page.fields.name).toBe("Zig");
  });
});

describe("publishing", () => {
  test("saves and publishes in one step; what the server tidied is no change", async () => {
    const server = new Server();
    const page = openPage(server);
    page.type({ ...READY, name: "Zig " });
    const outcome = page.session.publish();
    expect(page.session.snapshot().busy).toBe("publish");
    await pass(100);
    expect(await outcome).toEqual({ kind: "published", path: "/technologies/zig" });
    await pass(10_000);
    expect(server.draft).toBeNull();
    expect(page.fields.name).toBe("Zig");
    expect(page.session.snapshot()).toMatchObject({ hasDraft: false, busy: null, live: { version: 1 } });
  });

  test("what is typed while it is published begins the next draft", async () => {
    const server = new Server();
    const page = openPage(server);
    page.type(READY);
    void page.session.publish();
    await pass(10);
    page.type({ lead: "Next" });
    await pass(3_000);
    expect(server.live?.form.lead).toBe(READY.lead);
    expect(server.draft?.form.lead).toBe("Next");
  });

  test("what is wrong is named by the field on the page, and the text is saved all the same", async () => {
    const server = new Server();
    const page = openPage(server);
    page.type({ ...READY, lead: "", resources: [{ key: "a", title: "T", url: "nowhere" }] });
    const outcome = await page.session.publish();
    expect(outcome).toMatchObject({ kind: "invalid" });
    expect(Object.keys((outcome as { fields: object }).fields).sort()).toEqual([
      "lead",
      "resources.rows.ka.url",
    ]);
    await pass(2_000);
    expect(server.draft?.form.resources).toHaveLength(1);
  });

  test("when somebody was faster nothing is published before it was looked at", async () => {
    const server = new Server();
    server.save(READY, "Me");
    const page = openPage(server);
    await pass(100);
    server.save({ ...READY, tagline: "Theirs" }, "Ada");
    page.type({ lead: "Mine" });
    const outcome = page.session.publish();
    await pass(200);
    expect(await outcome).toEqual({ kind: "merged" });
    expect(server.live).toBeNull();
    await pass(2_000);
    expect(server.draft?.form).toMatchObject({ lead: "Mine", tagline: "Theirs" });
  });

  test("when its answer is lost, the page finds out by itself", async () => {
    const server = new Server();
    const page = openPage(server);
    page.type(READY);
    await pass(2_000);
    server.losesAnswers = true;
    const outcome = page.session.publish();
    await pass(100);
    expect((await outcome).kind).toBe("failed");
    server.losesAnswers = false;
    void page.session.announce();
    await pass(5_000);
    expect(page.session.snapshot()).toMatchObject({ hasDraft: false, live: { version: 1 } });
    expect(server.draft).toBeNull();
  });
});

test("discarding saves the last key pressed first, so that all of it can come back", async () => {
  const server = new Server();
  server.publish(READY);
  const page = openPage(server);
  page.type({ lead: "Gone" });
  const outcome = page.session.discard();
  await pass(300);
  expect(await outcome).toEqual({ kind: "done" });
  expect(server.count("drafts/save")).toBe(1);
  expect(page.fields.lead).toBe(READY.lead);
  await pass(10_000);
  expect(server.draft).toBeNull();
  expect(page.session.isUnsaved()).toBe(false);
});

test("leaving warns only of what is not on the server", async () => {
  const server = new Server();
  const page = openPage(server);
  expect(page.session.isUnsaved()).toBe(false);
  page.type({ name: "Zig" });
  expect(page.session.isUnsaved()).toBe(true);
  await pass(2_000);
  expect(page.session.isUnsaved()).toBe(false);
});
