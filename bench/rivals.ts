import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../lib/front/build";
import { findFreePort } from "../lib/testing/free-port";
import { statusOf, until } from "../lib/testing/server";
import { residentMiB } from "./memory";
import { requireTool } from "./tools";

/** A server that answers with the page that is measured. */
export type Rival = {
  name: string;
  /** The page's address; brotli has one of its own where the server does not choose by itself. */
  url: string;
  brotliUrl: string;
  residentMiB(): number;
  stop(): Promise<void>;
};

/** The same build by plain `next start`, on the same database. */
export async function startPlainNext(
  path: string,
  settings: { DATABASE_URL: string; NEXTAUTH_SECRET: string },
): Promise<Rival> {
  const port = String(await findFreePort());
  const url = `http://localhost:${port}`;
  const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
  const child = spawn(process.execPath, [next, "start", "--port", port], {
    cwd: ROOT,
    env: {
      ...process.env,
      ...settings,
      ...{ NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", LOG_LEVEL: "error" },
      ...{ PORT: port, SITE_URL: url, NEXTAUTH_URL: url, SMTP_URL: "" },
    },
    stdio: "ignore",
  });
  await until(async () => (await statusOf(`${url}${path}`)) === 200);
  return rivalOf(child, { name: "plain next start", url: `${url}${path}`, children: false });
}

/** The bodies of one page, as they are sent. */
export type Bodies = { identity: Buffer; gzip: Buffer; br: Buffer };

/**
 * nginx with the page as saved files: one worker, sendfile, gzip_static, no log, connections that stay open. The file
 * with brotli has an address of its own: the module that chooses it is not in Debian's nginx.
 */
export async function startNginx(bodies: Bodies): Promise<Rival> {
  const folder = await mkdtemp(join(tmpdir(), "nicepick-nginx-"));
  await mkdir(join(folder, "temp"));
  await writeFile(join(folder, "page.html"), bodies.identity);
  await writeFile(join(folder, "page.html.gz"), bodies.gzip);
  await writeFile(join(folder, "brotli.html"), bodies.br);
  const port = await findFreePort();
  await writeFile(join(folder, "nginx.conf"), configuration(folder, port));
  const { command, env } = requireTool("nginx");
  const args = ["-p", folder, "-c", join(folder, "nginx.conf"), "-e", "stderr"];
  const child = spawn(command, args, { env, stdio: ["ignore", "ignore", "inherit"] });
  const url = `http://127.0.0.1:${port}/page.html`;
  await until(async () => (await statusOf(url)) === 200);
  const [, version = "nginx"] =
    /(nginx\/[\d.]+)/.exec(spawnSync(command, ["-v"], { env }).stderr.toString()) ?? [];
  const rival = rivalOf(child, { name: version, url, children: true });
  const stop = async () => {
    await rival.stop();
    await rm(folder, { recursive: true });
  };
  return { ...rival, brotliUrl: url.replace("page", "brotli"), stop };
}

function configuration(folder: string, port: number): string {
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  return `
    ${process.getuid?.() === 0 ? "user root;" : ""}
    daemon off;
    worker_processes 1;
    pid ${folder}/nginx.pid;
    events { worker_connections 1024; }
    http {
      ${temporary.map((name) => `${name}_temp_path ${folder}/temp;`).join("\n      ")}
      access_log off;
      sendfile on;
      keepalive_requests 1000000000;
      types { text/html html; }
      charset utf-8;
      server {
        listen 127.0.0.1:${port};
        root ${folder};
        gzip_static on;
        gzip_vary on;
        location = /brotli.html { gzip_static off; add_header Content-Encoding br; add_header Vary Accept-Encoding; }
      }
    }`;
}

/** A rival that is one process, or one with others that do its work. */
export function rivalOf(
  child: ChildProcess,
  { name, url, children }: { name: string; url: string; children: boolean },
): Rival {
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  return {
    name,
    url,
    brotliUrl: url,
    residentMiB: () => residentMiB(child.pid ?? 0, { children }),
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
