import { describe, expect, test } from "vitest";
import { lowerOpener, raiseOpener, slugAsWords, withArticle, withFinalMark, withoutFinalStop } from "./words";

describe("the first letter of an opener follows its place", () => {
  test.each([
    ["A tool for DevOps", "a tool for DevOps"],
    ["An editor's editor", "an editor's editor"],
    ["The old reliable", "the old reliable"],
    ["For teams on Linux", "for teams on Linux"],
    ["When you need PL/I", "when you need PL/I"],
    ["If you ship iOS apps", "if you ship iOS apps"],
    ["It's essential", "it's essential"],
    ["It’s essential", "it’s essential"],
    ["Use npm", "use npm"],
    ["Learn Go", "learn Go"],
    ["Choose .NET", "choose .NET"],
    ["Developers should learn Xen", "developers should learn Xen"],
    ["Teams, large ones", "teams, large ones"],
    ["You", "you"],
  ])("%s, %s", (raised, lowered) => {
    expect(lowerOpener(raised, [])).toBe(lowered);
    expect(raiseOpener(lowered, [])).toBe(raised);
    expect(raiseOpener(raised, [])).toBe(raised);
    expect(lowerOpener(lowered, [])).toBe(lowered);
  });

  test.each([
    "iOS apps",
    "npm scripts",
    "eBPF programs",
    "Go servers",
    "PL/I on mainframes",
    "DevOps culture",
    "Linux containers",
    "Kubernetes clusters",
    "dotnet, the command",
    ".NET and ASP.NET",
    "A/B testing",
    "A-Frame scenes",
    "A* search",
    "IT departments",
    "IF statements",
    "AS/400 systems",
    "USE method dashboards",
    "Use-It templates",
    "It.js pages",
    "All4One suites",
    "“The thing” itself",
    "Écran de base",
    "学习它",
    "5 reasons",
    "",
  ])("anything else keeps its own: %s", (text) => {
    expect(lowerOpener(text, [])).toBe(text);
    expect(raiseOpener(text, [])).toBe(text);
  });

  test.each([
    ["The Graph", "The Graph indexes chains"],
    ["The Graph", "The Graph's nodes"],
    ["A", "A is a language"],
    ["Use It", "Use It, the library"],
    ["as", "as is the assembler"],
  ])("so does the name %s", (name, text) => {
    expect(lowerOpener(text, ["Other", name])).toBe(text);
    expect(raiseOpener(text, ["Other", name])).toBe(text);
  });

  test("a word that only begins like a name is an opener still", () => {
    expect(lowerOpener("The Graphs of old", ["The Graph"])).toBe("the Graphs of old");
    expect(lowerOpener("Teams of ten", ["Team"])).toBe("teams of ten");
  });
});

describe("a sentence ends in one mark", () => {
  test.each([
    "Learn it",
    "Learn Node.js",
    "Learn .NET",
    "Pin v2.0",
    "Use Python 3.11",
    "Read https://example.com/a.html",
    "Keep logs (traces, metrics, etc.)",
    "Keep servers there (in the U.S.)",
    "Learn it when you can (why not?)",
    "Learn it (and Joomla!)",
    "Call it “done”",
    'Call it "done"',
    "Use C++",
    "Use etc",
    "Ship it 🚀",
  ])("a stop is added: %s", (text) => {
    expect(withFinalMark(text)).toBe(`${text}.`);
    expect(withoutFinalStop(text)).toBe(text);
  });

  test.each([
    "Keep logs, traces, etc.",
    "Serve the U.S.",
    "It is made by Acme Inc.",
    "Is it fast?",
    "Learn it!",
    "Learn it?!",
    "Wait...",
    "Wait…",
    "Call it “done.”",
    'Call it "done."',
    "Call it “done!”",
    "(Learn it.)",
    "(Why not?)",
    "Learn it. (Keep logs, traces, etc.)",
    "Learn it. (Why not?)",
    "学习它。",
    "学习它！",
    "「学习它。」",
  ])("there is one: %s", (text) => {
    expect(withFinalMark(text)).toBe(text);
  });

  test.each([
    ["Learn it.", "Learn it"],
    ["Pin v2.0.", "Pin v2.0"],
    ["Learn Node.js.", "Learn Node.js"],
    ["Learn C.", "Learn C"],
    ["Read https://example.com/.", "Read https://example.com/"],
    ["学习它。", "学习它"],
  ])("%s goes on without its stop", (text, bare) => {
    expect(withoutFinalStop(text)).toBe(bare);
    expect(withFinalMark(text)).toBe(text);
  });

  test.each(["logs, traces, etc.", "the U.S.", "Acme Inc.", "wait...", "wait…", "fast?", "“done.”", "."])(
    "%s goes on as it is",
    (text) => {
      expect(withoutFinalStop(text)).toBe(text);
    },
  );
});

test.each([
  ["docker", "Docker"],
  ["machine-learning", "Machine learning"],
  ["c-plus-plus", "C plus plus"],
  ["3d-printing", "3d printing"],
])("the slug %s without a record reads %s", (slug, words) => {
  expect(slugAsWords(slug)).toBe(words);
});

test.each([
  ["language", "a language"],
  ["service", "a service"],
  ["engine", "an engine"],
  ["interface", "an interface"],
])("%s takes its article: %s", (noun, phrase) => {
  expect(withArticle(noun)).toBe(phrase);
});
