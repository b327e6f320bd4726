import { describe, expect, it } from "vitest";
import { readEnv } from "./env";

describe("a setting that will do", () => {
  it.each([
    ["PORT", "1", 1],
    ["PORT", "65535", 65_535],
    ["HOST", "0.0.0.0", "0.0.0.0"],
    ["HOST", "::1", "::1"],
    ["LOG_LEVEL", "silent", "silent"],
    ["SITE_URL", "https://nicepick.example", "https://nicepick.example"],
    ["SITE_URL", "https://nicepick.example/", "https://nicepick.example"],
    ["SITE_URL", "http://[::1]:3000", "http://[::1]:3000"],
    ["DATABASE_URL", "postgres://db.example/nicepick", "postgres://db.example/nicepick"],
    [
      "DATABASE_URL",
      "postgresql://u:p%40ss@db:5432/n?sslmode=require",
      "postgresql://u:p%40ss@db:5432/n?sslmode=require",
    ],
    ["DATA_DIR", "/srv/nice pick/däta", "/srv/nice pick/däta"],
    ["FEEDBACK_TO", "one@example.org", ["one@example.org"]],
    ["FEEDBACK_TO", "one@example.org, two@example.org", ["one@example.org", "two@example.org"]],
    ["TRUST_PROXY", "0", 0],
    ["TRUST_PROXY", "10", 10],
    ["PAGE_CACHE_MB", "8", 8],
    ["PAGE_CACHE_MB", "65535", 65_535],
    ["ACCESS_LOG", "0", 0],
    ["ACCESS_LOG", "0.25", 0.25],
    ["ACCESS_LOG", ".001", 0.001],
    ["ACCESS_LOG", "1.0", 1],
    ["STOP_DELAY", "120", 120],
    ["METRICS_TOKEN", "m".repeat(16), "m".repeat(16)],
    ["NEXTAUTH_SECRET", "s".repeat(32), "s".repeat(32)],
    ["NEXTAUTH_SECRET", "s".repeat(512), "s".repeat(512)],
    ["MAIL_FROM", "editors@nicepick.example", "editors@nicepick.example"],
    ["MAIL_FROM", "Nice Pick <editors@nicepick.example>", "Nice Pick <editors@nicepick.example>"],
  ])("%s=%s", (name, value, expected) => {
    expect(readEnv({ [name]: value })).toEqual({
      ok: true,
      env: expect.objectContaining({ [name]: expected }),
    });
  });
});

describe("a setting that will not do is named, with what it must be and an example", () => {
  it.each([
    ["PORT", "0", "a port number", "PORT=3000"],
    ["PORT", "65536", "a port number", "PORT=3000"],
    ["PORT", "3000x", "a port number", "PORT=3000"],
    ["PORT", "-1", "a port number", "PORT=3000"],
    ["PORT", "3e3", "a port number", "PORT=3000"],
    ["HOST", "two words", "an address or host name", "HOST=127.0.0.1"],
    ["HOST", "http://example.org", "an address or host name", "HOST=127.0.0.1"],
    ["LOG_LEVEL", "loud", "one of fatal, error, warn", "LOG_LEVEL=info"],
    ["LOG_LEVEL", "INFO", "one of fatal, error, warn", "LOG_LEVEL=info"],
    ["SITE_URL", "nicepick.example", "an http or https address", "SITE_URL=https://"],
    ["SITE_URL", "ftp://nicepick.example", "an http or https address", "SITE_URL=https://"],
    ["SITE_URL", "https://nicepick.example/site", "without a path", "SITE_URL=https://"],
    ["SITE_URL", "https://nicepick.example/?a=b", "without a path", "SITE_URL=https://"],
    ["SITE_URL", "javascript:alert(1)", "an http or https address", "SITE_URL=https://"],
    ["DATA_DIR", "a\u0007b", "a folder name", "DATA_DIR=.data"],
    ["DATA_DIR", "a".repeat(1025), "a folder name", "DATA_DIR=.data"],
    ["FEEDBACK_TO", "nobody", "one e-mail address", "FEEDBACK_TO=editors@"],
    ["FEEDBACK_TO", "one@example.org,", "one e-mail address", "FEEDBACK_TO=editors@"],
    ["TRUST_PROXY", "true", "the number of proxies", "TRUST_PROXY=1"],
    ["TRUST_PROXY", "11", "the number of proxies", "TRUST_PROXY=1"],
    ["PAGE_CACHE_MB", "7", "a number of megabytes", "PAGE_CACHE_MB=256"],
    ["ACCESS_LOG", "1.5", "the share of requests", "ACCESS_LOG=0.01"],
    ["ACCESS_LOG", "all", "the share of requests", "ACCESS_LOG=0.01"],
    ["STOP_DELAY", "121", "a number of seconds", "STOP_DELAY=10"],
    ["MAIL_FROM", "Nice Pick", "one e-mail address", "MAIL_FROM="],
    ["MAIL_FROM", "Nice Pick <editors@>", "one e-mail address", "MAIL_FROM="],
    ["MAIL_FROM", "a@b.example\nBcc: c@d.example", "one e-mail address", "MAIL_FROM="],
  ])("%s=%s", (name, value, must, example) => {
    const result = readEnv({ [name]: value });
    if (result.ok) throw new Error("accepted");
    expect(result.problems).toHaveLength(1);
    const [message = ""] = result.problems;
    expect(message).toContain(`${name}: ${JSON.stringify(value)} is not `);
    expect(message).toContain(must);
    expect(message).toContain(`(example: ${example}`);
  });
});

describe.each([
  ["DATABASE_URL", {}],
  ["DATABASE_READ_URL", { DATABASE_URL: "postgresql://db.example/nicepick" }],
])("a %s that will not do is named without its password", (name, others) => {
  it.each([
    ["another database's scheme", "mysql://editor:s3cret@db.example/nicepick"],
    ["no scheme", "editor:s3cret@db.example/nicepick"],
    ["no database name", "postgresql://editor:s3cret@db.example:5432"],
    ["an empty database name", "postgresql://editor:s3cret@db.example:5432/"],
    ["a port that is none", "postgresql://editor:s3cret@db.example:port/nicepick"],
    ["a password with a bare percent sign", "postgresql://editor:s3cret%zz@db.example/nicepick"],
    ["a password with half a character", "postgresql://editor:s3cret%ff@db.example/nicepick"],
    ["too long", `postgresql://editor:s3cret@db.example/${"n".repeat(2048)}`],
  ])("%s", (_, value) => {
    const result = readEnv({ ...others, [name]: value });
    if (result.ok) throw new Error("accepted");
    expect(result.problems).toHaveLength(1);
    const [message = ""] = result.problems;
    expect(message).toMatch(
      new RegExp(
        `^${name}: the value given is not a PostgreSQL connection URL.*\\(example: ${name}=postgresql://`,
      ),
    );
    expect(message).not.toContain("s3cret");
  });
});

describe("a secret that will not do is named and not shown", () => {
  it.each([
    ["NEXTAUTH_SECRET", "s3cret", "32 to 512 characters", {}],
    ["NEXTAUTH_SECRET", "s3cret".repeat(100), "32 to 512 characters", {}],
    ["OWNER_PASSWORD", "s3cret".repeat(200), "8 to 128 characters", { OWNER_EMAIL: "a@b.example" }],
    ["GITHUB_SECRET", "s3cret s3cret", "GitHub OAuth app", { GITHUB_ID: "id" }],
    ["GOOGLE_SECRET", "s3cret\u0007", "Google OAuth app", { GOOGLE_ID: "id" }],
    [
      "SMTP_URL",
      "http://editor:s3cret@mail.example",
      "an smtp or smtps address",
      { MAIL_FROM: "a@b.example" },
    ],
    ["SMTP_URL", "smtp://editor:s3cret%zz@mail.example", "an smtp", { MAIL_FROM: "a@b.example" }],
  ])("%s=%s", (name, value, must, others) => {
    const result = readEnv({ ...others, [name]: value });
    if (result.ok) throw new Error("accepted");
    expect(result.problems).toHaveLength(1);
    expect(result.problems[0]).toMatch(new RegExp(`^${name}: the value given is not `));
    expect(result.problems[0]).toContain(must);
    expect(result.problems[0]).not.toContain("s3cret");
  });
});

describe("a setting that needs another names the one that is missing", () => {
  it.each([
    ["DATABASE_READ_URL", "postgresql://editor:s3cret@replica.example/nicepick", "DATABASE_URL"],
    ["OWNER_EMAIL", "owner@nicepick.example", "OWNER_PASSWORD"],
    ["OWNER_PASSWORD", "four words of s3cret", "OWNER_EMAIL"],
    ["GITHUB_ID", "id", "GITHUB_SECRET"],
    ["GITHUB_SECRET", "s3cret", "GITHUB_ID"],
    ["GOOGLE_ID", "id", "GOOGLE_SECRET"],
    ["GOOGLE_SECRET", "s3cret", "GOOGLE_ID"],
    ["SMTP_URL", "smtp://editor:s3cret@mail.example", "MAIL_FROM"],
  ])("%s alone", (name, value, missing) => {
    const result = readEnv({ [name]: value });
    if (result.ok) throw new Error("accepted");
    expect(result.problems).toEqual([expect.stringMatching(`^${missing}: is not set, and ${name} needs it`)]);
    expect(result.problems[0]).not.toContain("s3cret");
  });

  it("an owner's address is kept in lower case", () => {
    expect(readEnv({ OWNER_EMAIL: " Owner@NicePick.example", OWNER_PASSWORD: "four words" })).toMatchObject({
      env: { OWNER_EMAIL: "owner@nicepick.example" },
    });
  });
});

describe("the settings together", () => {
  it("nothing set gives every default", () => {
    expect(readEnv({})).toEqual({
      ok: true,
      env: {
        PORT: 3000,
        LOG_LEVEL: "info",
        SITE_URL: "http://localhost:3000",
        DATA_DIR: ".data",
        FEEDBACK_TO: [],
        TRUST_PROXY: 0,
        PAGE_CACHE_MB: 256,
        ACCESS_LOG: 0.01,
        STOP_DELAY: 0,
      },
    });
  });

  it("an empty value counts as not set", () => {
    expect(readEnv({ PORT: "", DATABASE_URL: " ", SITE_URL: "\t", FEEDBACK_TO: "" })).toEqual(readEnv({}));
  });

  it("the site's address follows the port", () => {
    expect(readEnv({ PORT: "8080" })).toMatchObject({ env: { SITE_URL: "http://localhost:8080" } });
  });

  it("every bad one is named at once, each on a line of its own", () => {
    const result = readEnv({ PORT: "x", LOG_LEVEL: "x", DATABASE_URL: "x" });
    if (result.ok) throw new Error("accepted");
    expect(result.problems.map((problem) => problem.split(":")[0])).toEqual([
      "PORT",
      "LOG_LEVEL",
      "DATABASE_URL",
    ]);
  });

  it("settings of other programs are left alone", () => {
    expect(readEnv({ PATH: "\u0000", NODE_ENV: "x" })).toEqual(readEnv({}));
  });
});
