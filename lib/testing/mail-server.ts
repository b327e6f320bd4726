import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

export type MailServer = {
  /** For SMTP_URL. */
  url: string;
  /** What was taken, oldest first, with the addresses that the envelope named. */
  mails: { envelope: string[]; parsed: ParsedMail }[];
  /** The next mail that comes, or one that came and was not waited for yet. */
  next(): Promise<ParsedMail>;
  stop(): Promise<void>;
};

/** A mail server that keeps what it gets. `refuse` makes it turn every recipient away. */
export async function startMailServer(
  options: { port?: number; refuse?: boolean } = {},
): Promise<MailServer> {
  const mails: MailServer["mails"] = [];
  const waiting: ((mail: ParsedMail) => void)[] = [];
  const unread: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo(_address, _session, callback) {
      const error = Object.assign(
        new Error("5.1.1 No such mailbox, see http://mail.example/why?token=secret-secret"),
        { responseCode: 550 },
      );
      callback(options.refuse ? error : undefined);
    },
    async onData(stream, session, callback) {
      const parsed = await simpleParser(stream);
      mails.push({ envelope: session.envelope.rcptTo.map(({ address }) => address), parsed });
      const reader = waiting.shift();
      if (reader) reader(parsed);
      else unread.push(parsed);
      callback();
    },
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, "127.0.0.1", resolve));
  const { port } = server.server.address() as { port: number };
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    next: () => {
      const mail = unread.shift();
      return mail ? Promise.resolve(mail) : new Promise((resolve) => waiting.push(resolve));
    },
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}
