import type { Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerSession } from "smtp-server";

/**
 * What a mail server does: `slow` takes a second, `hanging` takes the connection and says nothing, `greylisting`
 * refuses a recipient the first time (451), `refusing` each time (550), `dropping` takes the mail and breaks the
 * connection instead of saying so.
 */
export type MailMode = "fine" | "down" | "slow" | "hanging" | "greylisting" | "refusing" | "dropping";

/** What was taken, with the addresses that the envelope named. */
export type TakenMail = { envelope: string[]; parsed: ParsedMail };

export type MailServer = {
  /** For SMTP_URL. */
  url: string;
  /** Oldest first. */
  mails: TakenMail[];
  /** Recipients that are refused for good, whatever the mode. */
  refused: Set<string>;
  /** How many connections were made so far. */
  connections(): number;
  /** From now on; what is down comes back on the same port. */
  become(mode: MailMode): Promise<void>;
  /** The next mail that comes, or one that came and was not waited for yet. */
  next(): Promise<ParsedMail>;
  stop(): Promise<void>;
};

/** A mail server that keeps what it gets. `slowMs`: how long it takes when it is slow. */
export async function startMailServer(
  options: { port?: number; mode?: MailMode; slowMs?: () => number } = {},
): Promise<MailServer> {
  const { slowMs = () => 1_000 } = options;
  const mails: TakenMail[] = [];
  const waiting: ((mail: ParsedMail) => void)[] = [];
  const unread: ParsedMail[] = [];
  const refused = new Set<string>();
  const greylisted = new Set<string>();
  const sockets = new Set<Socket>();
  let mode = options.mode ?? "fine";
  let connections = 0;
  let server: SMTPServer | null = null;

  const keep = (mail: TakenMail) => {
    mails.push(mail);
    const reader = waiting.shift();
    if (reader) reader(mail.parsed);
    else unread.push(mail.parsed);
  };
  const findRefusal = (address: string): Error | null => {
    if (mode === "refusing" || refused.has(address)) {
      return refusal(550, "5.1.1 No such mailbox, see http://mail.example/why?token=secret-secret");
    }
    if (mode !== "greylisting" || greylisted.has(address)) return null;
    greylisted.add(address);
    return refusal(451, `4.7.1 Greylisted, ${address} may try again`);
  };
  const make = () =>
    new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS"],
      disableReverseLookup: true,
      closeTimeout: 1,
      onConnect(_session, callback) {
        connections += 1;
        if (mode !== "hanging") callback();
      },
      onRcptTo: ({ address }, _session, callback) => callback(findRefusal(address)),
      async onData(stream, session, callback) {
        // A client that is killed half-way has sent nothing.
        const parsed = await simpleParser(stream).catch(() => null);
        if (!parsed) return callback(refusal(451, "4.3.0 Half of a message"));
        if (mode === "slow") await delay(slowMs());
        keep({ envelope: session.envelope.rcptTo.map(({ address }) => address), parsed });
        if (mode === "dropping") return findSocket(sockets, session)?.destroy();
        callback();
      },
    });
  const open = async (port: number) => {
    const opened = make();
    server = opened;
    opened.on("error", () => {});
    opened.server.on("connection", (socket: Socket) => {
      sockets.add(socket);
      socket.once("close", () => sockets.delete(socket));
    });
    await new Promise<void>((resolve) => opened.listen(port, "127.0.0.1", resolve));
    return (opened.server.address() as { port: number }).port;
  };
  const close = async () => {
    const closed = server && new Promise<void>((resolve) => server?.close(resolve));
    server = null;
    for (const socket of sockets) socket.destroy();
    await closed;
  };

  const port = await open(options.port ?? 0);
  if (mode === "down") await close();
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    refused,
    connections: () => connections,
    become: async (next) => {
      mode = next;
      if (next === "down") await close();
      else if (!server) await open(port);
    },
    next: () => {
      const mail = unread.shift();
      return mail ? Promise.resolve(mail) : new Promise((resolve) => waiting.push(resolve));
    },
    stop: close,
  };
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

function findSocket(sockets: Set<Socket>, { remotePort }: SMTPServerSession): Socket | undefined {
  return [...sockets].find((socket) => socket.remotePort === remotePort);
}
