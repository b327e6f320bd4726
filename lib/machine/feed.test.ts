import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { validateXML } from "xmllint-wasm";
import type { Change } from "../changes/types";
import { atomFeed } from "./feed";

const SITE = "https://nicepick.example";
const rules = readFileSync(new URL("./fixtures/atom.rng", import.meta.url), "utf8");

async function faultsOf(xml: string): Promise<string[]> {
  const { errors } = await validateXML({
    xml: { fileName: "feed.xml", contents: xml },
    schema: { fileName: "atom.rng", contents: rules },
    extension: "relaxng",
  });
  return errors.map(({ message }) => message);
}

const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
const nasty = `<b>"A" & B</b> ]]> &lt;i&gt; <![CDATA[ 'c'`;
const at = "2026-11-22T10:00:00.000Z";
const comparison = {
  left: { slug: "a", name: nasty },
  right: { slug: "b", name: "B" },
  category: "Tools & <more>",
};

const changes: Change[] = [
  {
    id: id(1),
    at,
    kind: "comparison-added",
    comparison,
    to: { outcome: "pick", pick: nasty },
    summary: nasty,
  },
  {
    ...{ id: id(2), at, kind: "verdict-changed", comparison, reason: nasty, byReader: true },
    from: { outcome: "pick", pick: "B" },
    to: { outcome: "too-close" },
  },
  {
    id: id(3),
    at,
    kind: "technology-added",
    technology: { slug: "a", name: nasty },
    to: "adopt",
    summary: nasty,
  },
  {
    id: id(4),
    at,
    kind: "rating-changed",
    technology: { slug: "a", name: nasty },
    from: "trial",
    to: "adopt",
  },
  {
    ...{ id: id(5), at, kind: "import" },
    counts: { comparisonsAdded: 0, technologiesAdded: 1_200, verdictsChanged: 30, ratingsChanged: 0 },
  },
];

it("is valid, with every kind of change in it and with none", async () => {
  expect(await faultsOf(atomFeed(changes, SITE))).toEqual([]);
  expect(await faultsOf(atomFeed([], SITE))).toEqual([]);
  expect(await faultsOf(atomFeed(changes, SITE).replace("<updated>", "<updated>then"))).not.toEqual([]);
});

it("tells what changed, with text as text and addresses in full", () => {
  const feed = atomFeed(changes, SITE);
  expect(feed).toContain(`<id>urn:uuid:${id(1)}</id>`);
  expect(feed).toContain(`href="${SITE}/compare/a-vs-b"`);
  expect(feed).toContain("The pick was B, now it is too close to call.");
  expect(feed).toContain("We changed it after a reader disagreed.");
  expect(feed).toContain("from Trial to Adopt");
  expect(feed).toContain("1,200 technologies and 30 changed verdicts came in together");
  expect(feed).toContain(`${SITE}/feed.xml`);
  // CDATA holds HTML, in which a name's own marks are escaped.
  expect(feed).not.toMatch(/<b>|<i>/);
  expect(feed).toContain("&lt;b&gt;&quot;A&quot; &amp; B&lt;/b&gt;");
});
