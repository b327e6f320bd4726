import { setTimeout as delay } from "node:timers/promises";
import { type MailServer, startMailServer, type TakenMail } from "./mail-server";
import { makeDataDir, runServer, stopServer, type TestServer, until, untilReady } from "./server";
import { embeddedUrl, query } from "./signed-in";

// Readers who write while the server, which mails what they write, is killed under them.

const EDITORS = "editors@desk.example";
const POSTERS = 3;
/** So that a round has more to kill than posts. */
const PAUSE_MS = 60;
/** Every so manieth reader leaves an address, and is thanked by mail. */
const ADDRESS_EVERY = 10;
/** After this, in rounds, five messages have a mail each again, and the digest of those before is due. */
const WINDOW = "11 minutes";

/** One message, posted until it is acknowledged. `word` stands in its text and in no other's. */
type Message = { word: string; address: string; body: object; acknowledged: boolean; inHand: boolean };

export type MailCrashReport = {
  kills: number;
  /** Messages: posted until they were acknowledged, and found stored. */
  acknowledged: number;
  stored: number;
  /** Mails that the mail server took, and how many of them it had taken before. */
  mails: number;
  duplicates: number;
  faults: string[];
};

/**
 * Kills the server `kills` times with SIGKILL at moments around sending while readers post messages, and looks in the
 * end what became of them: each acknowledged one must be stored, and each stored one mailed to the editors, under one
 * Message-ID, with no more doubles than kills. Deterministic but for the timing of processes.
 */
export async function crashMailing(kills: number, log: (line: string) => void): Promise<MailCrashReport> {
  const dataDir = await makeDataDir();
  let answered = 0;
  const mailServer = await startMailServer({ mode: "slow", slowMs: () => (answered++ * 17) % 40 });
  const settings = {
    DATA_DIR: dataDir.path,
    SMTP_URL: mailServer.url,
    MAIL_FROM: "site@nicepick.example",
    FEEDBACK_TO: EDITORS,
    TRUST_PROXY: "1",
  };
  const messages: Message[] = [];
  const report = { kills: 0, faults: [] as string[] };
  let server = await untilReady(await runServer(settings));
  try {
    for (let kill = 1; kill <= kills; kill += 1) {
      const before = mailServer.mails.length;
      const running = { over: false };
      const posters = Array.from({ length: POSTERS }, () => post(server, messages, running, report.faults));
      await until(async () => mailServer.mails.length > before + (kill % 6));
      await delay((kill * 137) % 400);
      server.child.kill("SIGKILL");
      running.over = true;
      await Promise.all([...posters, server.ended]);
      report.kills += 1;
      server = await untilReady(await runServer(settings));
      await moveBack(await embeddedUrl(dataDir.path));
      const { mails } = mailServer;
      log(
        `kill ${kill}: ${messages.length} messages, ${mails.length} mails, ${countDoubles(mails)} of them twice`,
      );
    }
    return { ...report, ...(await settle(await embeddedUrl(dataDir.path), mailServer, messages, report)) };
  } finally {
    await stopServer(server);
    await mailServer.stop();
    await dataDir.remove();
  }
}

/** Posts one message after the other; one that was not answered is posted again, as a reader would. */
async function post(
  server: TestServer,
  messages: Message[],
  running: { over: boolean },
  faults: string[],
): Promise<void> {
  let message: Message | null = null;
  while (!running.over) {
    message ??= messages.find(isUnanswered) ?? (await begin(server, messages));
    if (message) message.inHand = true;
    const answer = message && (await send(server, message));
    if (answer === 201 && message) {
      message.acknowledged = true;
      message = null;
    } else if (answer && answer < 500) {
      faults.push(`${message?.word} was answered with ${answer}`);
      message = null;
    }
    await delay(PAUSE_MS);
  }
  if (message) message.inHand = false;
}

function isUnanswered({ acknowledged, inHand }: Message): boolean {
  return !acknowledged && !inHand;
}

async function begin(server: TestServer, messages: Message[]): Promise<Message | null> {
  const ticket = await fetch(`${server.url}/api/feedback/ticket`)
    .then((response) => response.json() as Promise<{ key: string; stamp: string }>)
    .catch(() => null);
  if (!ticket) return null;
  const number = messages.length + 1;
  const word = `word${number}x`;
  const body = {
    pair: "",
    wouldPick: "neither",
    message: `This is what I have to say: ${word}.`,
    ...(number % ADDRESS_EVERY === 0 && {
      name: `Reader ${number}`,
      email: `reader${number}@reader.example`,
    }),
    ...ticket,
  };
  const address = `10.${number >> 16}.${(number >> 8) & 255}.${number & 255}`;
  const message = { word, address, body, acknowledged: false, inHand: true };
  messages.push(message);
  return message;
}

/** The status; null when nothing, or half of something, came back: the server is gone. */
async function send(server: TestServer, { address, body }: Message): Promise<number | null> {
  try {
    const response = await fetch(`${server.url}/api/feedback`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Forwarded-For": address },
      body: JSON.stringify(body),
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return null;
  }
}

/** Makes all that is stored eleven minutes older. */
async function moveBack(url: string): Promise<void> {
  for (const statement of [
    `UPDATE "Feedback" SET "receivedAt" = "receivedAt" - interval '${WINDOW}'`,
    `UPDATE "Mail" SET "createdAt" = "createdAt" - interval '${WINDOW}', "notBefore" = "notBefore" - interval '${WINDOW}'`,
    `UPDATE graphile_worker._private_jobs SET run_at = run_at - interval '${WINDOW}' WHERE key <> 'forget'`,
  ]) {
    await query(url, statement);
  }
}

/** Waits until all is mailed, and looks what became of it. */
async function settle(
  url: string,
  { mails }: MailServer,
  messages: Message[],
  { kills, faults }: { kills: number; faults: string[] },
): Promise<Omit<MailCrashReport, "kills">> {
  await moveBack(url);
  await until(async () => {
    const rows = await query(url, `SELECT 1 FROM "Mail" WHERE state = 'queued' LIMIT 1`);
    return rows.length === 0;
  }, 120_000).catch(() => void faults.push("some mails are still queued"));
  const found = [...faults];
  const stored = await query<{ message: string; state: string }>(
    url,
    `SELECT message, state FROM "Feedback"`,
  );
  const wordIn = (text: string) => /word\d+x/.exec(text)?.[0] ?? text;
  const words = new Set(stored.map(({ message }) => wordIn(message)));
  if (words.size !== stored.length) found.push(`${stored.length - words.size} messages are stored twice`);
  const acknowledged = messages.filter((message) => message.acknowledged);
  for (const { word } of acknowledged)
    if (!words.has(word)) found.push(`${word} was acknowledged and is not there`);
  const told = idsByWord(mails);
  for (const { message, state } of stored) {
    const word = wordIn(message);
    const ids = told.get(word)?.size ?? 0;
    if (state !== "new") found.push(`${word} was taken for ${state}`);
    if (ids === 0) found.push(`${word} is stored and was not mailed`);
    if (ids > 1) found.push(`${word} was mailed under ${ids} Message-IDs`);
  }
  const states = await query<{ state: string; error: string | null }>(
    url,
    `SELECT state, error FROM "Mail" WHERE state <> 'sent'`,
  );
  for (const { state, error } of states) found.push(`a mail ended as ${state}: ${error}`);
  const duplicates = countDoubles(mails);
  if (duplicates > kills) found.push(`${duplicates} mails came twice, in ${kills} kills`);
  return {
    acknowledged: acknowledged.length,
    stored: stored.length,
    mails: mails.length,
    duplicates,
    faults: found,
  };
}

/** The Message-IDs of the mails to the editors that tell of a message, by its word. */
function idsByWord(mails: TakenMail[]): Map<string, Set<string>> {
  const ids = new Map<string, Set<string>>();
  for (const { envelope, parsed } of mails) {
    if (!envelope.includes(EDITORS)) continue;
    for (const word of parsed.text?.match(/word\d+x/g) ?? []) {
      ids.set(word, (ids.get(word) ?? new Set()).add(parsed.messageId ?? ""));
    }
  }
  return ids;
}

function countDoubles(mails: TakenMail[]): number {
  return mails.length - new Set(mails.map(({ parsed }) => parsed.messageId)).size;
}
