import { describe, expect, test } from "vitest";
import { points, technology, textsOf, verdictOf } from "../testing/records";

// What composers of such pages do to the texts they are given. Each block is one failure that must not come back.

/** Texts that a careless composer cuts, lowers, or gives a second stop. */
const NASTY = [
  "choosing cloud providers (e.g. AWS, Azure) and the rest",
  "E.g. Postgres, i.e. the U.S. one. And more.",
  "libraries like Passport.js, ASP.NET and .NET 8",
  "v2.0, 3.11 and 1.25 times the rest",
  "https://example.com/a.b?c=d. See there",
  "logs, traces, metrics, etc.",
  "what Dr. Hejlsberg calls “types vs. tests.”",
  "iOS, npm, eBPF, Go, PL/I, DevOps on Linux",
  "Linux (and, e.g., BSD)",
  "The thing… or not...",
  "学习它。然后使用它！",
  "g",
];

const everyPair = NASTY.flatMap((one) => NASTY.map((other) => [one, other] as const));

describe("nothing stored is ever cut", () => {
  test.each(NASTY)("%s", (text) => {
    const full = { pros: points(text, "Small"), cons: points(text), ring: "adopt" } as const;
    const verdict = verdictOf(
      technology("Deno", { ...full, lead: text }),
      technology("Bun", { ring: "hold" }),
    );
    const [section] = verdict.sections;
    expect(section.pros.map((point) => point.text)).toEqual([text, "Small"]);
    expect(section.cons.map((point) => point.text)).toEqual([text]);
    for (const shown of [section.lead, verdict.pickBlock.text, verdict.bottomLine.text]) {
      expect([text, `${text}.`].map((whole) => whole.slice(1))).toContain(shown?.slice(1));
    }
    expect(verdict.lines[0]?.sentences).toEqual([
      `What decides it for you is this: ${text}`,
      `What you accept: ${text}`,
    ]);
  });

  test("the intro alone takes a lead's first sentence, and a whole one", () => {
    const lead = (rest: string) =>
      `Choose it when moving between clouds (e.g. AWS, Azure), Node.js 20.1 etc. ${rest}`;
    const { intro, sections } = verdictOf(
      technology("Deno", { lead: lead("It stays. It grows.") }),
      technology("Bun", { lead: lead("on ARM. It grows.") }),
    );
    expect(intro).toBe(
      "Choose it when moving between clouds (e.g. AWS, Azure), Node.js 20.1 etc. meets choose it when moving between clouds (e.g. AWS, Azure), Node.js 20.1 etc. on ARM. Here's our take.",
    );
    expect(sections.map((section) => section.lead)).toEqual([
      lead("It stays. It grows."),
      lead("on ARM. It grows."),
    ]);
  });
});

describe("only the first letter of an opener ever changes", () => {
  test.each(["iOS", "npm", "eBPF", "Go", "PL/I", "DevOps", "Linux", ".NET", "Node.js", "x86", "Kubernetes"])(
    "%s stays as it is, in front and inside",
    (word) => {
      const given = (opener: string) => ({
        lead: `${opener} ${word} for DevOps on Linux`,
        tagline: `${word}, the ${word} of PL/I`,
        chooseFor: `${word} on iOS`,
        tradeoff: `${word} in npm`,
        pros: points(`${word} in front`),
        cons: points(`A ${word} inside`),
      });
      const shapes = [
        given("The"),
        { ...given("The"), tagline: undefined },
        { ...given(word), chooseFor: undefined },
      ];
      for (const shape of shapes) {
        for (const ring of ["adopt", undefined] as const) {
          const verdict = verdictOf(
            technology(word, { ...shape, ring }),
            technology("Other", { ...shape, ring: "hold" }),
          );
          const found = textsOf(verdict)
            .join("\n")
            .match(new RegExp(word.replaceAll(".", "\\."), "gi"));
          expect(new Set(found)).toEqual(new Set([word]));
        }
      }
    },
  );

  test.each([
    ["The cloud on iOS", "The other", "The cloud on iOS meets the other."],
    ["the cloud on iOS", "For DevOps", "The cloud on iOS meets for DevOps."],
    ["Cloud on iOS", "Cloud on PL/I", "Cloud on iOS meets Cloud on PL/I."],
    ["cloud on iOS", "npm", "cloud on iOS meets npm."],
  ])("%s | %s", (left, right, sentence) => {
    const { intro } = verdictOf(technology("Deno", { tagline: left }), technology("Bun", { tagline: right }));
    expect(intro).toBe(`${sentence} Here's our take.`);
  });

  test.each(["as", "use", "for"])("nor does a name that looks like one: %s, the tool", (name) => {
    const odd = technology(name, { lead: `${name} is small`, tagline: `${name} itself`, ring: "adopt" });
    for (const other of [
      technology("Bun", { ring: "hold" }),
      technology("Bun", { ring: "hold", tagline: "new" }),
    ]) {
      for (const verdict of [verdictOf(odd, other), verdictOf(other, odd)]) {
        expect(verdict.pickBlock.text).toBe(`${name} is small.`);
        expect(verdict.bottomLine.text).toBe(`${name} itself.`);
        expect(verdict.intro).toContain(`${name} itself`);
      }
    }
  });
});

describe("a sentence is never pasted into another", () => {
  test.each(everyPair)(
    "chooseFor and tradeoff alone are embedded, word for word: %s | %s",
    (chooseFor, tradeoff) => {
      const record = technology("Deno", {
        chooseFor,
        tradeoff,
        pros: points("A PRO."),
        cons: points("A CON."),
      });
      const { lines } = verdictOf(record, technology("Bun"));
      const said = lines[0]?.sentences.join(" ");
      const clauses = `You want ${chooseFor} and can live with ${tradeoff}`;
      expect([clauses, `${clauses}.`]).toContain(said);
      expect(said).not.toMatch(/PRO|CON/);
    },
  );

  test.each(NASTY.filter((text) => text !== "g"))("a point stands behind a colon, to the end: %s", (text) => {
    const record = technology("Deno", { pros: points(text), cons: points(text), ring: "hold" });
    const against = verdictOf(record, technology("Bun", { ring: "adopt" }));
    expect(against.lines[0]?.sentences).toEqual([`What decides it for you is this: ${text}`]);
    for (const shown of textsOf(against).filter((shown) => shown.includes(text))) {
      expect(shown === text || shown.endsWith(`: ${text}`)).toBe(true);
    }
  });
});

describe("a sentence gets one final mark, and only where it has none", () => {
  test.each([
    ["Learn it", "Learn it."],
    ["Learn it.", "Learn it."],
    ["Learn logs, etc.", "Learn logs, etc."],
    ["Learn logs (traces, etc.)", "Learn logs (traces, etc.)."],
    ["Learn it in the U.S.", "Learn it in the U.S."],
    ["Learn Node.js", "Learn Node.js."],
    ["Learn it?", "Learn it?"],
    ["Learn it…", "Learn it…"],
    ["Learn “it.”", "Learn “it.”"],
    ["学习它。", "学习它。"],
  ])("%s", (text, sentence) => {
    const deno = technology("Deno", { lead: text, ring: "adopt" });
    const verdict = verdictOf(deno, technology("Bun", { ring: "hold", tagline: text }));
    expect(verdict.sections[0].lead).toBe(sentence);
    expect(verdict.pickBlock.text).toBe(sentence);
    expect(verdict.bottomLine.text).toBe(sentence);
    const clause = sentence.replace("Learn", "learn");
    expect(verdict.intro).toBe(`Deno meets Bun, ${clause} Here's our take.`);
  });

  test.each(NASTY)("points are shown unaltered: %s", (text) => {
    const { sections } = verdictOf(
      technology("Deno", { pros: points(text), cons: points(text) }),
      technology("Bun"),
    );
    expect([...sections[0].pros, ...sections[0].cons].map((point) => point.text)).toEqual([text, text]);
  });
});

test("an old and a new slug of one record are one name, and the record itself is none", () => {
  const moved = { slug: "docker", name: "Docker" };
  const related = new Map([
    ["docker", moved],
    ["old-docker", moved],
    ["old-self", { slug: "podman", name: "Podman" }],
  ]);
  const podman = technology("Podman", { related: ["old-docker", "docker", "old-self", "lxc"] });
  const [section] = verdictOf(podman, technology("Nomad"), { related }).sections;
  expect(section.related).toEqual([moved, { name: "Lxc" }]);
});
