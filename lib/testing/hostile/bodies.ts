import { ask, type HostileShape, post, shapesOf } from "./shape";

// What is sent to be read: to the addresses that take something, and to those that take nothing.

const JSON_TYPE = "application/json";
const FORM_TYPE = "application/x-www-form-urlencoded";
const MULTIPART = "multipart/form-data; boundary=x";

/** A session is needed for all of it. */
const ADMIN = {
  publishing: "drafts/publish",
  saving: "drafts/save",
  "taking a page away": "drafts/unpublish",
  "a role": "users/change-role",
  "an invitation": "users/invite",
  "a password": "profile/password",
  "erasing a message": "feedback/erase",
  "a mail": "outbox/test",
  "a preview": "previews/create",
};

const POLLUTION =
  '{"__proto__":{"isAdmin":true,"role":"owner"},"constructor":{"prototype":{"role":"owner","status":500}},"toString":1}';

const POLLUTED = {
  feedback: "/api/feedback",
  votes: "/api/votes",
  wishes: "/api/wanted",
  "an erasure": "/api/feedback/erase",
  "a sign-in": "/api/auth/callback/credentials",
  "a forgotten password": "/api/account/forgot",
  "a first owner": "/api/account/set-up",
  "the desk": "/api/admin/drafts/save",
};

const AT_ALL: Record<string, [path: string, type: string, body: string]> = {
  "brackets 8,000 deep": ["/api/votes", JSON_TYPE, "[".repeat(8_000)],
  "objects 1,500 deep": ["/api/votes", JSON_TYPE, `${'{"pair":'.repeat(1_500)}1${"}".repeat(1_500)}`],
  "JSON cut short": ["/api/votes", JSON_TYPE, '{"pair":"postgresql-vs-'],
  "JSON that is no object": ["/api/votes", JSON_TYPE, "null"],
  "JSON that is a number": ["/api/wanted", JSON_TYPE, "1e400"],
  "JSON with objects for texts": [
    "/api/votes",
    JSON_TYPE,
    '{"pair":{"$ne":null},"choice":["agree"],"pick":{"not":""}}',
  ],
  "JSON with a null byte": ["/api/wanted", JSON_TYPE, '{"text":"a\\u0000b"}'],
  "JSON with a lone surrogate": ["/api/wanted", JSON_TYPE, '{"text":"\\ud800"}'],
  "JSON that is no UTF-8": ["/api/wanted", JSON_TYPE, '{"text":"\xff\xfe"}'],
  "JSON with a name twice": ["/api/wanted", JSON_TYPE, '{"text":"a","text":{"b":1},"text":[]}'],
  "JSON of 15,000 spaces": ["/api/votes", JSON_TYPE, " ".repeat(15_000)],
  "JSON as UTF-7": ["/api/votes", "application/json; charset=utf-7", "+AHsAIgBhACI-"],
  "a number of 15,000 digits": ["/api/votes", JSON_TYPE, `{"pair":${"9".repeat(15_000)}}`],
  "no body at all": ["/api/votes", JSON_TYPE, ""],
  "a form as JSON": ["/api/votes", JSON_TYPE, "pair=a-vs-b&choice=agree"],
  "JSON as a form": ["/api/votes", FORM_TYPE, '{"pair":"a-vs-b"}'],
  "3,000 fields": ["/api/votes", FORM_TYPE, "a=1&".repeat(3_000)],
  "a form of broken bytes": ["/api/feedback", FORM_TYPE, "message=%ff%fe%zz%00&pair=%&=&&"],
  "a form with names of JavaScript's own": [
    "/api/feedback",
    FORM_TYPE,
    "__proto__[role]=owner&constructor=1&toString=1",
  ],
  "a form with a null byte": ["/api/wanted", FORM_TYPE, "text=a%00b"],
  "XML with a file in it": [
    "/api/feedback",
    "application/xml",
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
  ],
  "a type that is none": ["/api/votes", `a/${"b".repeat(5_000)}; ;;=`, "{}"],
  "parts without a boundary": ["/api/feedback", "multipart/form-data", "--x\r\n\r\n"],
  "parts without an end": [
    "/api/feedback",
    MULTIPART,
    '--x\r\nContent-Disposition: form-data; name="message"\r\n\r\nhello',
  ],
  "parts with another boundary": ["/api/votes", MULTIPART, "--y\r\n\r\n--y--\r\n"],
  "a part with 5,000 headers": ["/api/votes", MULTIPART, `--x\r\n${"A: b\r\n".repeat(5_000)}\r\n--x--\r\n`],
  "a file for a sign-in": [
    "/api/auth/callback/credentials",
    MULTIPART,
    '--x\r\nContent-Disposition: form-data; name="email"; filename="../../a"\r\n\r\nb\r\n--x--\r\n',
  ],
  "a sign-in with objects": [
    "/api/auth/callback/credentials",
    JSON_TYPE,
    '{"csrfToken":{"not":""},"email":{"not":""},"password":{"not":""},"json":true}',
  ],
  "a sign-in of broken bytes": [
    "/api/auth/callback/credentials",
    FORM_TYPE,
    "email=%ff&password=%00&csrfToken=%zz",
  ],
  "a sign-in of nothing": ["/api/auth/callback/credentials", FORM_TYPE, ""],
  "a sign-in that is no JSON": ["/api/auth/callback/credentials", JSON_TYPE, "{"],
  "a sign-out without a token": ["/api/auth/signout", FORM_TYPE, "csrfToken=x"],
  "a sign-in by a way that is none": ["/api/auth/signin/__proto__", FORM_TYPE, "csrfToken=x"],
  "a note for next-auth's log": ["/api/auth/_log", JSON_TYPE, '{"code":"evil.example","message":{}}'],
  "a new session": ["/api/auth/session", JSON_TYPE, '{"csrfToken":"x","data":{"role":"owner"}}'],
  "an invitation by guessing": [
    "/api/account/invite",
    JSON_TYPE,
    '{"token":"AAAAAAAAAAAAAAAAAAAAAAAA","password":"a"}',
  ],
  "a new password by guessing": ["/api/account/reset", JSON_TYPE, '{"token":{"not":""},"password":["a"]}'],
};

/** React's own format for what a server function is called with, and what has been done with it. */
const FLIGHT =
  '--x\r\nContent-Disposition: form-data; name="1"\r\n\r\n' +
  '{"then":"$1:__proto__:then","status":"resolved_model","reason":-1,"value":"{\\"then\\":\\"$B0\\"}","_response":{"_prefix":"throw 1","_formData":{"get":"$1:constructor:constructor"}}}\r\n' +
  '--x\r\nContent-Disposition: form-data; name="0"\r\n\r\n"$@1"\r\n--x--\r\n';
const ACTION_FORM = '--x\r\nContent-Disposition: form-data; name="$ACTION_ID_7f00"\r\n\r\n\r\n--x--\r\n';
const ACTION = "Next-Action: 7f0000000000000000000000000000000000000000";

const NOWHERE: Record<string, [path: string, type: string, body: string, ...headers: string[]]> = {
  "a form for a page": ["{page}", FORM_TYPE, "a=b"],
  "parts for a page": ["{page}", MULTIPART, ACTION_FORM],
  "broken parts for the first page": ["/", MULTIPART, "--x\r\nContent-Disp"],
  "JSON for a page": ["{page}", JSON_TYPE, "{}"],
  "an action for a page": ["{page}", "text/plain;charset=UTF-8", "[]", ACTION],
  "an action of parts for a page": ["{page}", MULTIPART, FLIGHT, ACTION],
  "an action by its form": ["/", MULTIPART, ACTION_FORM],
  "an action without a name": ["/", "text/plain", '["$K1"]', "Next-Action: "],
  "an action of another site": ["/", "text/plain", "[]", ACTION, "Origin: https://evil.example"],
  "an action for the desk": ["/admin", MULTIPART, FLIGHT, ACTION],
  "an action for the sign-in": ["/admin/sign-in", MULTIPART, FLIGHT, ACTION, "RSC: 1"],
  "an action for a page that is not there": ["/_not-found", MULTIPART, FLIGHT, ACTION],
  "parts for what only gives": ["/api/health", MULTIPART, FLIGHT],
  "a form for a technology": ["/technologies/postgresql", FORM_TYPE, "a=b"],
};

const BEYOND: Record<string, string[]> = {
  "a body of a terabyte": [
    ask("POST", "/api/feedback", "Content-Type: application/json", "Content-Length: 1099511627776"),
    "{",
  ],
  "a body of nine megabytes": [
    post("/api/feedback", JSON_TYPE, `{"message":"${"a".repeat(9 * 1024 * 1024)}"}`),
  ],
  "a megabyte for what takes little": [
    post("/api/votes", JSON_TYPE, `{"pair":"${"a".repeat(1024 * 1024)}"}`),
  ],
  "brackets three million deep": [post("/api/feedback", JSON_TYPE, "[".repeat(3_000_000))],
  "chunks without an end": [
    ask("POST", "/api/feedback", "Content-Type: application/json", "Transfer-Encoding: chunked"),
    `FFFF\r\n${"a".repeat(0xffff)}\r\n`.repeat(30),
  ],
};

export const bodies: HostileShape[] = [
  ...shapesOf("body", AT_ALL, ([path, type, body]) => [post(path, type, body)], { refused: true }),
  ...shapesOf("body", named("pollution", POLLUTED), (path) => [post(path, JSON_TYPE, POLLUTION)], {
    refused: true,
  }),
  ...shapesOf(
    "body",
    named("no session", ADMIN),
    (path) => [post(`/api/admin/${path}`, JSON_TYPE, POLLUTION)],
    {
      refused: true,
    },
  ),
  ...shapesOf("next", NOWHERE, ([path, type, body, ...headers]) => [post(path, type, body, ...headers)], {
    refused: true,
  }),
  ...shapesOf("oversize", BEYOND, (pieces) => pieces, { refused: true, rare: true }),
  {
    name: "a compressed body that grows",
    sort: "body",
    pieces: [
      post(
        "/api/votes",
        JSON_TYPE,
        "\x1f\x8b\x08\0\0\0\0\0\0\xff\xab\xae\x05\0C\xbf\xa6\xa3\x02\0\0\0",
        "Content-Encoding: gzip",
      ),
    ],
    refused: true,
  },
];

function named(what: string, entries: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(entries).map(([name, value]) => [`${what}: ${name}`, value]));
}
