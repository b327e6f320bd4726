import { randomUUID } from "node:crypto";
import type { Actor } from "../auth/types";
import { parseCatalogue } from "../catalogue/document";
import { importCatalogue } from "../catalogue/mutations";
import { db } from "../db";
import { saveDraft } from "../drafts/mutations";
import { publishItem } from "../drafts/publish-mutations";
import { findItemState } from "../drafts/queries";
import { headOf } from "../drafts/types";
import { storeMessage } from "../feedback/store-mutations";
import { emptyTechnologyForm, type TechnologyForm } from "../technologies/form";
import { castVote } from "../votes/mutations";
import { catalogueFile } from "./catalogues";
import { addPerson, signIn } from "./people";

/** What means something to psql, to COPY, to SQL or to a shell, and every character up to Latin Extended-B. */
export const AWKWARD_TEXT = [
  "\\.",
  "\n\\.\n",
  "\\N \\\\N \\t \\x41 \\! true",
  "tab\there\r\nand\ra return",
  'COPY public."User" FROM stdin;\nCOMMIT;\n\\q\n-- nicepick-backup-end {}',
  "'; DROP TABLE \"Point\"; -- $$ $1 :name :'name'",
  "🧊 👩‍👩‍👧 שלום 日本語 e\u0301",
  String.fromCodePoint(...Array.from({ length: 0x24f }, (_, index) => index + 1)),
].join("\n");

export type WholeSite = {
  owner: Actor;
  email: string;
  /** A technology that was published twice and has a draft. */
  technologyId: string;
};

/**
 * Fills the database of DATABASE_URL with some of everything that a site has: a catalogue, accounts, a session,
 * revisions, a draft, readers' messages with mails that wait, votes. Needs NEXTAUTH_SECRET and the settings of mail.
 */
export async function addWholeSite(): Promise<WholeSite> {
  const now = new Date();
  await addCatalogue(now);
  const { id: userId, email } = await addPerson({ role: "owner", name: "Olga" });
  const owner = await signIn(userId);
  await addPerson({ role: "author", name: "Ann", invited: true });
  const technologyId = await publish(owner, randomUUID(), { lead: "First." });
  await publish(owner, technologyId, { lead: "Second.", description: `Keeps versions.\n\n\\.\n\ttab 🧊` });
  await save(owner, technologyId, { lead: "Third, not published yet." });
  for (const [number, reader] of [null, "reader@reader.example"].entries()) {
    await storeMessage(
      {
        ...{ key: randomUUID(), sides: null, wouldPickId: null, builtWith: null, trap: "" },
        ...{ message: `message ${number}`, name: null, email: reader },
      },
      { address: `192.0.2.${number + 1}`, now },
    );
  }
  const [{ id = "" } = {}] = await db().feedback.findMany({ orderBy: { number: "desc" }, take: 1 });
  await db().feedbackEvent.create({
    data: { feedbackId: id, actor: owner.name, actorId: owner.id, kind: "note", text: AWKWARD_TEXT },
  });
  const choice = { pair: "alpha-vs-beta", pick: "none", choice: "agree" };
  await castVote({ fields: choice, address: "192.0.2.1", now });
  return { owner, email, technologyId };
}

async function addCatalogue(now: Date): Promise<void> {
  const tool = (slug: string, more = {}) => ({
    ...{ slug, name: slug.toUpperCase(), kind: "tool", category: "tools", lead: "Use it." },
    ...{ description: "One line.\n\n\tA tab, a \\ and \\. and 🧊.", pros: ["Back\\slash \\N"], ...more },
  });
  const parsed = parseCatalogue(
    catalogueFile({
      categories: [{ slug: "tools", name: "Tools" }],
      technologies: [tool("alpha", { formerSlugs: ["old-alpha"], aliases: ["First"] }), tool("beta")],
      comparisons: [{ left: "beta", right: "alpha", outcome: "too-close", body: "# Head\n\n\\. and\ttab" }],
    }),
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  await importCatalogue(db(), { catalogue: parsed.catalogue, actor: "import", now });
}

const formOf = (given: Partial<TechnologyForm>): TechnologyForm => ({
  ...emptyTechnologyForm(),
  ...{ slug: "git", name: "Git", kind: "tool", category: "tools", description: "Keeps versions.", lead: "L" },
  ...given,
});

async function inputOf(actor: Actor, itemId: string, given: Partial<TechnologyForm>) {
  const state = await findItemState("technology", itemId);
  const seen = state ? headOf(state) : { draft: null, live: null };
  return { itemType: "technology" as const, itemId, actor, seen, form: formOf(given) };
}

async function save(actor: Actor, itemId: string, given: Partial<TechnologyForm>): Promise<void> {
  const saved = await saveDraft(await inputOf(actor, itemId, given));
  if (!saved.ok) throw new Error(saved.message);
}

/** Publishes the technology "git" with what is given; returns its id. */
export async function publish(actor: Actor, itemId: string, given: Partial<TechnologyForm>): Promise<string> {
  const published = await publishItem({ ...(await inputOf(actor, itemId, given)), now: new Date() });
  if (!published.ok) throw new Error(published.message);
  return itemId;
}
