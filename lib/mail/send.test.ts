import { createServer, type Server, type Socket } from "node:net";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { findFreePort } from "../testing/free-port";
import { type MailServer, startMailServer } from "../testing/mail-server";
import type { Sent } from "./send";
import { inviteMail, type Mail } from "./templates";

const INVITE = inviteMail({
  to: "ada@nicepick.example",
  name: "Ada",
  inviter: "Grace",
  site: "https://nicepick.example",
  link: "https://nicepick.example/admin/invite?token=secret-secret",
});

let logged: string[] = [];

beforeEach(() => {
  logged = [];
  vi.spyOn(console, "error").mockImplementation((line) => void logged.push(String(line)));
});
afterEach(() => void vi.restoreAllMocks());

/** Settings are read once for a process: each of these sends as a process of its own would. */
async function sendWith(smtpUrl: string, mail: Mail = INVITE): Promise<Sent> {
  process.env.SMTP_URL = smtpUrl;
  process.env.MAIL_FROM = "Nice Pick <editors@nicepick.example>";
  vi.resetModules();
  const { sendMail } = await import("./send");
  return sendMail(mail);
}

describe("with a mail server that works", () => {
  let server: MailServer;
  beforeEach(async () => {
    server = await startMailServer();
  });
  afterEach(() => server.stop());

  it("delivers the text and the HTML, both with the link", async () => {
    expect(await sendWith(server.url)).toBe("sent");
    const mail = await server.next();
    expect(mail.from?.text).toBe('"Nice Pick" <editors@nicepick.example>');
    expect(mail.subject).toBe("Your invitation to Nice Pick");
    expect(mail.text).toContain("\n\nhttps://nicepick.example/admin/invite?token=secret-secret\n");
    expect(mail.html).toContain('href="https://nicepick.example/admin/invite?token=secret-secret"');
  });

  it("keeps names in another script", async () => {
    await sendWith(server.url, inviteMail({ ...inviteFacts, name: "Ада Лавлейс 🧊" }));
    expect((await server.next()).text).toContain("Hello Ада Лавлейс 🧊,");
  });

  it("lets no name add a header, a recipient or a part", async () => {
    const name = "Eve\r\nBcc: all@victim.example\r\n\r\n<b>own text</b>";
    const to = "ada@nicepick.example\r\nBcc: all@victim.example, eve@victim.example";
    const mail = { ...inviteMail({ ...inviteFacts, name }), to, subject: `Hi\r\nBcc: all@victim.example` };
    await sendWith(server.url, mail);
    for (const { envelope, parsed } of server.mails) {
      expect(envelope).not.toContain("all@victim.example");
      expect(envelope).not.toContain("eve@victim.example");
      expect(parsed.bcc).toBeUndefined();
      expect(parsed.html).not.toContain("<b>");
    }
  });
});

const inviteFacts = {
  to: "ada@nicepick.example",
  name: "Ada",
  inviter: "Grace",
  site: "https://nicepick.example",
  link: "https://nicepick.example/admin/invite?token=x",
};

describe("where nothing is delivered", () => {
  it("says that mail is off where no server is set", async () => {
    expect(await sendWith("")).toBe("off");
    expect(logged).toEqual([]);
  });

  it("fails where the server is down, and logs neither the link nor the password", async () => {
    const port = await findFreePort();
    expect(await sendWith(`smtp://user:hunter2hunter2@127.0.0.1:${port}`)).toBe("failed");
    expect(logged).toHaveLength(1);
    expect(logged[0]).toContain("ECONNREFUSED");
    expect(logged[0]).not.toMatch(/secret-secret|hunter2/);
  });

  it("fails where the server refuses the recipient, and logs its answer", async () => {
    const server = await startMailServer({ mode: "refusing" });
    try {
      expect(await sendWith(server.url)).toBe("failed");
      expect(server.mails).toEqual([]);
      expect(logged[0]).toContain("550");
      expect(logged[0]).not.toContain("secret-secret");
    } finally {
      await server.stop();
    }
  });

  it("fails within seconds where the server takes the connection and says nothing", async () => {
    const sockets: Socket[] = [];
    const silent: Server = createServer((socket) => void sockets.push(socket));
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
    const { port } = silent.address() as { port: number };
    try {
      const begun = performance.now();
      expect(await sendWith(`smtp://127.0.0.1:${port}`)).toBe("failed");
      expect(performance.now() - begun).toBeLessThan(16_000);
    } finally {
      for (const socket of sockets) socket.destroy();
      silent.close();
    }
  });
});
