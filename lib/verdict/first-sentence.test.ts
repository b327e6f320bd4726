import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { firstSentence } from "./first-sentence";

const NEXT = "Learn it when you can.";

describe("a sentence ends", () => {
  test.each([
    "Developers should learn Go when they ship servers.",
    "Choose cloud providers (e.g. AWS, Azure) when load moves.",
    "Choose cloud providers (e.g., AWS, Azure).",
    "Choose a cloud, e.g. AWS or Azure, when load moves.",
    "Choose the runner, i.e. Jest, that you know.",
    "Settle Jest vs. Vitest by trying both.",
    "Ask Dr. Hejlsberg about types.",
    "Ask Dr. A. Hejlsberg and Prof. D. E. Knuth.",
    "Serve the U.S. market from one region.",
    "Learn Node.js when the browser is not enough.",
    "Learn Node.js.",
    "Keep ASP.NET where it runs.",
    "Keep it on ASP.NET.",
    "Stay on .NET.",
    "Move from .NET Framework 4.8 to .NET 8.",
    "Pin v2.0 before you ship.",
    "Pin v2.0.",
    "Python 3.11 starts faster than 3.10.",
    "Use Python 3.11.",
    "Expect 1.25 times the speed at 0.5 of the cost.",
    "Read https://example.com/a.html?b=c.d#e before you start.",
    "Read https://example.com/a.html.",
    "Use libraries like Passport.js.",
    "Call it (it answers at once. Really. It does) and move on.",
    "Call it [see A. It answers] and move on.",
    "See No. 5 and fig. 3 on p. 12.",
    "Use logs, eg. Loki, when you must.",
    "Wait for the June release, due approx. 2027.",
    "Is it fast enough?",
    "Learn it!",
    "Is it any good?!",
    "They call it “done.”",
    'They call it "done."',
    "(They call it done.)",
    "Keep a log (traces, metrics etc.).",
    "Learn C.",
    "Choose a) the fast one :) or b) the small one.",
    "Use C++ vs. C#, PL/I vs. F#.",
  ])("only at its own end: %s", (sentence) => {
    expect(firstSentence(sentence)).toBe(sentence);
    expect(firstSentence(`${sentence} ${NEXT}`)).toBe(sentence);
    expect(firstSentence(`${sentence} ${NEXT} ${NEXT}`)).toBe(sentence);
  });

  test.each([
    ["after etc.", "Keep logs, traces, etc.", "They help."],
    ["after U.S.", "It is hosted in the U.S.", "You choose the region."],
    ["after Inc.", "It is made by Acme Inc.", "The source is open."],
    ["after an ellipsis", "It starts, sometimes...", "You have to wait."],
    ["before a name that begins with a small letter", "Learn it.", "iOS has its own."],
    ["before a dotted name", "Learn it.", ".NET has its own."],
    ["before a quotation", "Learn it.", "“Fast” is what they say."],
    ["before a bracket", "Learn it.", "(Most people do.)"],
    ["before an accent", "Learn it.", "Élan is what it has."],
    ["before CJK", "Learn it.", "学习它。"],
  ])("%s", (_, sentence, rest) => {
    expect(firstSentence(`${sentence} ${rest}`)).toBe(sentence);
  });

  test.each([
    ["使用它。", "然后学习。"],
    ["使用它！", "然后学习。"],
    ["为什么？", "因为快。"],
    ["使用 Node.js 开发。", "然后学习。"],
    ["「使用它。」", "然后学习。"],
    ["使用它（例如。这个）。", "然后学习。"],
    ["彼は「はい。そうです」と言った。", "次。"],
  ])("at a CJK mark, with nothing between: %s", (sentence, rest) => {
    expect(firstSentence(`${sentence}${rest}`)).toBe(sentence);
  });
});

describe("the text stays whole", () => {
  test.each([
    ["without a mark", "Developers should learn this for consistent environments"],
    ["empty", ""],
    ["nothing but marks", "..."],
    ["when etc. goes on with a name", "Run logs, traces, etc. Kubernetes does the rest"],
    ["when e.g. goes on with a capital", "Use a cloud, e.g. AWS. or any other"],
    ["when the dot stands in a name", "Use ASP.NET Core or Socket.IO Server on Vue.js Storefront"],
    ["when an initial goes on", "Read J. R. Smith and D. E. Knuth on it"],
    ["when an ellipsis goes on", "Wait... what is this"],
    ["when an ellipsis goes on with a name", "Chef, Puppet… Ansible too"],
    ["when a date or a number goes on", "Released in Oct. 2026, see sec. 2. 10 minutes are enough"],
    ["when a name has the mark", "Use Yahoo! Mail or Joomla! Framework for it"],
    ["when a bracket is never closed", "Use it (see RFC 2119. The rest follows. All of it."],
    ["when a small letter follows", "Is it fast? yes, it is. mostly."],
    ["when quoted sentences stand in it", 'They say "Go. You will like it." and mean it'],
    ["when quoted sentences stand in it, curly", "They say “Go. You will like it.” and mean it"],
  ])("%s", (_, text) => {
    expect(firstSentence(text)).toBe(text);
  });
});

test("what is cut off begins where the sentence ended, whatever the text", () => {
  const part = fc.constantFrom(
    "Use it",
    "e.g.",
    "etc.",
    "U.S.",
    "Node.js",
    "v2.0",
    "(",
    ")",
    ".",
    "!",
    "…",
    "。",
    "It",
    " ",
  );
  const text = fc.oneof(
    fc.array(part).map((parts) => parts.join(" ").trim()),
    fc.string({ unit: "grapheme" }),
  );
  fc.assert(
    fc.property(text, (whole) => {
      const first = firstSentence(whole);
      expect(whole.startsWith(first)).toBe(true);
      expect(first === "" && whole !== "").toBe(false);
      expect(firstSentence(first)).toBe(first);
    }),
    { seed: 20_261_031, numRuns: 10_000 },
  );
});
