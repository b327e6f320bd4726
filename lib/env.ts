import { existsSync } from "node:fs";
import { z } from "zod";

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

/** What each setting must be, in words, and a value that would do: the whole of a start-up error message. */
const HINTS: Record<string, { must: string; example: string }> = {
  PORT: { must: "a port number from 1 to 65535", example: "PORT=3000" },
  HOST: { must: "an address or host name to listen on", example: "HOST=127.0.0.1" },
  LOG_LEVEL: { must: `one of ${LOG_LEVELS.join(", ")}`, example: "LOG_LEVEL=info" },
  SITE_URL: {
    must: "an http or https address without a path",
    example: "SITE_URL=https://nicepick.example",
  },
  DATABASE_URL: {
    must: "a PostgreSQL connection URL with a database name (special characters as %XX)",
    example: "DATABASE_URL=postgresql://user:password@db.example:5432/nicepick",
  },
  DATABASE_READ_URL: {
    must: "a PostgreSQL connection URL with a database name (special characters as %XX)",
    example: "DATABASE_READ_URL=postgresql://user:password@replica.example:5432/nicepick",
  },
  DATA_DIR: { must: "a folder name without control characters", example: "DATA_DIR=.data" },
  FEEDBACK_TO: {
    must: "one e-mail address, or several with commas between",
    example: "FEEDBACK_TO=editors@nicepick.example",
  },
  TRUST_PROXY: { must: "the number of proxies in front, from 0 to 10", example: "TRUST_PROXY=1" },
  PAGE_CACHE_MB: { must: "a number of megabytes from 8 to 65535", example: "PAGE_CACHE_MB=256" },
  METRICS_TOKEN: {
    must: "a text of 16 to 512 characters without spaces",
    example: "METRICS_TOKEN=$(openssl rand -hex 16)",
  },
  ACCESS_LOG: { must: "the share of requests to log, from 0 to 1", example: "ACCESS_LOG=0.01" },
  STOP_DELAY: { must: "a number of seconds from 0 to 120", example: "STOP_DELAY=10" },
  NEXTAUTH_SECRET: {
    must: "a random text of 32 to 512 characters",
    example: "NEXTAUTH_SECRET=$(openssl rand -base64 32)",
  },
  OWNER_EMAIL: { must: "one e-mail address", example: "OWNER_EMAIL=owner@nicepick.example" },
  OWNER_PASSWORD: {
    must: "a password of 8 to 128 characters",
    example: "OWNER_PASSWORD='four words of your own'",
  },
  GITHUB_ID: { must: "the client id of a GitHub OAuth app", example: "GITHUB_ID=Iv1.0123456789abcdef" },
  GITHUB_SECRET: {
    must: "the client secret of a GitHub OAuth app",
    example: "GITHUB_SECRET=0123456789abcdef",
  },
  GOOGLE_ID: {
    must: "the client id of a Google OAuth app",
    example: "GOOGLE_ID=0123456789.apps.googleusercontent.com",
  },
  GOOGLE_SECRET: {
    must: "the client secret of a Google OAuth app",
    example: "GOOGLE_SECRET=GOCSPX-0123456789",
  },
  SMTP_URL: {
    must: "an smtp or smtps address (special characters as %XX)",
    example: "SMTP_URL=smtps://user:password@mail.example:465",
  },
  MAIL_FROM: {
    must: "one e-mail address, with or without a name",
    example: 'MAIL_FROM="Nice Pick <editors@nicepick.example>"',
  },
};

/** Every setting by its name, with one that would do as a line of a `.env` file. */
export const SETTINGS: ReadonlyMap<string, string> = new Map(
  Object.entries(HINTS).map(([name, { example }]) => [name, example]),
);

/** Messages about these go without the value. */
const SECRETS = new Set([
  "DATABASE_URL",
  "DATABASE_READ_URL",
  "NEXTAUTH_SECRET",
  "METRICS_TOKEN",
  "OWNER_PASSWORD",
  "GITHUB_SECRET",
  "GOOGLE_SECRET",
  "SMTP_URL",
]);

/** The second is needed where the first is set. */
const NEEDED_WITH = [
  ["DATABASE_READ_URL", "DATABASE_URL"],
  ["OWNER_EMAIL", "OWNER_PASSWORD"],
  ["OWNER_PASSWORD", "OWNER_EMAIL"],
  ["GITHUB_ID", "GITHUB_SECRET"],
  ["GITHUB_SECRET", "GITHUB_ID"],
  ["GOOGLE_ID", "GOOGLE_SECRET"],
  ["GOOGLE_SECRET", "GOOGLE_ID"],
  ["SMTP_URL", "MAIL_FROM"],
] as const;

const wholeNumber = (lowest: number, highest: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.number().min(lowest).max(highest));

const origin = z
  .string()
  .max(2048)
  .transform((value, context) => {
    const url = URL.canParse(value) ? new URL(value) : null;
    const isOrigin =
      url &&
      /^https?:$/.test(url.protocol) &&
      url.pathname === "/" &&
      !url.search &&
      !url.hash &&
      !url.username;
    if (isOrigin) return url.origin;
    context.addIssue({ code: "custom" });
    return z.NEVER;
  });

const postgresUrl = z
  .string()
  .max(2048)
  .refine((value) => {
    const url = URL.canParse(value) ? new URL(value) : null;
    return (
      url !== null &&
      /^postgres(?:ql)?:$/.test(url.protocol) &&
      url.pathname.length > 1 &&
      isPercentEncoded(url.href)
    );
  });

/** False for a "%" that begins no escape, as in a password pasted as it is: the driver would throw on it. */
function isPercentEncoded(value: string): boolean {
  try {
    decodeURIComponent(value);
    return true;
  } catch {
    return false;
  }
}

const addresses = z
  .string()
  .max(2048)
  .transform((value) => value.split(",").map((address) => address.trim()))
  .pipe(z.array(z.email()).min(1).max(20));

const smtpUrl = z
  .string()
  .max(2048)
  .refine((value) => {
    const url = URL.canParse(value) ? new URL(value) : null;
    return (
      url !== null && /^smtps?:$/.test(url.protocol) && url.hostname !== "" && isPercentEncoded(url.href)
    );
  });

const emailAddress = z.string().trim().toLowerCase().pipe(z.email().max(254));

/** "editors@nicepick.example", or the same with a name: "Nice Pick <editors@nicepick.example>". */
const sender = z
  .string()
  .trim()
  .max(320)
  .refine((value) => {
    const [, address = value] = /^[^<>\p{Cc}]*<([^<>]+)>$/u.exec(value) ?? [];
    return z.email().safeParse(address).success;
  });

/** What another site gave out: an id, or a secret. */
const credential = z
  .string()
  .trim()
  .max(512)
  .regex(/^[\x21-\x7e]+$/);

const schema = z
  .object({
    PORT: wholeNumber(1, 65_535).default(3000),
    HOST: z
      .string()
      .max(255)
      .regex(/^[A-Za-z0-9.:_-]+$/)
      .optional(),
    LOG_LEVEL: z.enum(LOG_LEVELS).default("info"),
    SITE_URL: origin.optional(),
    DATABASE_URL: postgresUrl.optional(),
    DATABASE_READ_URL: postgresUrl.optional(),
    DATA_DIR: z
      .string()
      .max(1024)
      .regex(/^\P{Cc}+$/u)
      .default(".data"),
    FEEDBACK_TO: addresses.default([]),
    TRUST_PROXY: wholeNumber(0, 10).default(0),
    PAGE_CACHE_MB: wholeNumber(8, 65_535).default(256),
    METRICS_TOKEN: z
      .string()
      .min(16)
      .max(512)
      .regex(/^[\x21-\x7e]+$/)
      .optional(),
    ACCESS_LOG: z
      .string()
      .regex(/^(?:0?\.\d{1,6}|[01](?:\.0{1,6})?)$/)
      .transform(Number)
      .default(0.01),
    STOP_DELAY: wholeNumber(0, 120).default(0),
    NEXTAUTH_SECRET: z.string().min(32).max(512).optional(),
    OWNER_EMAIL: emailAddress.optional(),
    OWNER_PASSWORD: z.string().max(1024).optional(),
    GITHUB_ID: credential.optional(),
    GITHUB_SECRET: credential.optional(),
    GOOGLE_ID: credential.optional(),
    GOOGLE_SECRET: credential.optional(),
    SMTP_URL: smtpUrl.optional(),
    MAIL_FROM: sender.optional(),
  })
  .transform((env) => ({ ...env, SITE_URL: env.SITE_URL ?? `http://localhost:${env.PORT}` }));

export type Env = z.output<typeof schema>;

export type EnvResult = { ok: true; env: Env } | { ok: false; problems: string[] };

/** Reads the settings. An empty value counts as not set; each bad one is named with what it must be. */
export function readEnv(source: Record<string, string | undefined>): EnvResult {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const result = schema.safeParse(given);
  const missing = NEEDED_WITH.filter(([has, needs]) => given[has] && !given[needs]);
  if (result.success && missing.length === 0) return { ok: true, env: result.data };
  const names = new Set(result.error?.issues.map((issue) => String(issue.path[0])));
  return {
    ok: false,
    problems: [
      ...[...names].map((name) => problem(name, given[name])),
      ...missing.map(([has, needs]) => `${needs}: is not set, and ${has} needs it (${exampleOf(needs)})`),
    ],
  };
}

/** The settings of this process. Throws with every problem in the message; `npm start` has checked them before. */
export function requireEnv(): Env {
  cached ??= readEnv(process.env);
  if (!cached.ok) throw new Error(cached.problems.join("\n"));
  return cached.env;
}

let cached: EnvResult | undefined;

function problem(name: string, value: string | undefined): string {
  const shown = SECRETS.has(name) ? "the value given" : JSON.stringify(value);
  return `${name}: ${shown} is not ${HINTS[name]?.must ?? "valid"} (${exampleOf(name)})`;
}

function exampleOf(name: string): string {
  return `example: ${HINTS[name]?.example ?? name}`;
}

/** Takes settings from a `.env` file in the working directory, where there is one; those set already stay. */
export function loadEnvFile(): void {
  if (existsSync(".env")) process.loadEnvFile(".env");
}
