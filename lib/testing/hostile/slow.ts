import { ask, get, type HostileShape } from "./shape";

// Whoever takes their time, or goes away in the middle.

const drops = (text: string, everyMs: number) => [...text].flatMap((letter) => [letter, everyMs]);

const BEGUN = ask("POST", "/api/feedback", "Content-Type: application/json", "Content-Length: 100000");

export const slow: HostileShape[] = [
  { name: "a connection and nothing else", sort: "slow", pieces: [] },
  { name: "half a line", sort: "slow", pieces: ["GET {page} HT"] },
  {
    name: "headers without an end",
    sort: "slow",
    pieces: [get("{page}").slice(0, -2), ...drops("X-Slow: ".repeat(40), 200)],
  },
  { name: "a body that does not come", sort: "slow", pieces: [BEGUN, "{"] },
  { name: "a body in drops", sort: "slow", pieces: [BEGUN, ...drops('{"message":"'.padEnd(200, "a"), 200)] },
  {
    name: "a chunk that does not come",
    sort: "slow",
    pieces: [ask("POST", "/api/votes", "Transfer-Encoding: chunked"), "5\r\nhe"],
  },
  { name: "a page in drops", sort: "slow", pieces: drops("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", 20) },
  {
    name: "200 pages that nobody reads",
    sort: "slow",
    pieces: [get("{page}").repeat(200)],
    answers: 200,
    after: "deaf",
  },
  { name: "gone in the middle of a line", sort: "slow", pieces: ["GET {page} HTT"], after: "reset" },
  { name: "gone before the answer", sort: "slow", pieces: [get("{page}")], after: "reset" },
  {
    name: "gone before a page that is made",
    sort: "slow",
    pieces: [get("/search?q=gone&asked=1")],
    after: "reset",
  },
  { name: "gone in the middle of a body", sort: "slow", pieces: [BEGUN, "{", 20], after: "reset" },
  { name: "nothing more to say", sort: "slow", pieces: [get("{page}")], after: "finish" },
  { name: "nothing more to say, too early", sort: "slow", pieces: [BEGUN, "{"], after: "finish" },
];
