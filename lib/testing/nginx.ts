import { spawn, spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { mkdtemp, open, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { statusOf, until } from "./server";

const CACHE = fileURLToPath(new URL("../../node_modules/.cache/nice-pick/", import.meta.url));
const KEPT = join(CACHE, "nginx");

/** Where Debian's releases, and Ubuntu's, have the program. */
const PACKAGES = ["nginx", "nginx-light", "nginx-core"];

/** An ordinary user's PATH has no folders of this sort. */
const SYSTEM_FOLDERS = ["/usr/sbin", "/usr/local/sbin"];

/**
 * nginx for the tests: NGINX_PATH, else one on the PATH, else Debian's, unpacked into a folder of ours. (Installing the
 * package would need root, and would start a server on port 80.)
 */
export function findOrInstallNginx(): string {
  const found = findNginx();
  if (found) return found;
  console.log("No nginx found; unpacking Debian's");
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(join(CACHE, "nginx-new-"));
  try {
    if (!unpack(folder, [])) unpack(folder, updateLists(folder));
    rmSync(KEPT, { recursive: true, force: true });
    renameSync(join(folder, "unpacked"), KEPT);
  } catch {
    // Said below, with what to do.
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const unpacked = findNginx();
  if (unpacked) return unpacked;
  throw new Error(
    "No nginx for the tests. Install it (Debian: apt-get install nginx-light), or name one in NGINX_PATH.",
  );
}

function findNginx(): string | null {
  const folders = [...(process.env.PATH ?? "").split(delimiter), ...SYSTEM_FOLDERS, join(KEPT, "usr/sbin")];
  const candidates = [process.env.NGINX_PATH, ...folders.map((folder) => join(folder, "nginx"))];
  return candidates.find((path): path is string => Boolean(path) && isExecutable(path ?? "")) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Takes the program out of the first package that has it; `options` are apt-get's. */
function unpack(folder: string, options: string[]): boolean {
  const target = join(folder, "unpacked");
  return PACKAGES.some((name) => {
    run(folder, "apt-get", [...options, "download", name]);
    run(folder, "sh", ["-c", `dpkg -x ${name}_*.deb unpacked`]);
    return existsSync(join(target, "usr/sbin/nginx"));
  });
}

/** Where the system's lists of packages are missing or too old: lists of our own, which need no root. */
function updateLists(folder: string): string[] {
  const apt = join(folder, "apt");
  for (const name of ["state/lists/partial", "cache/archives/partial"]) {
    mkdirSync(join(apt, name), { recursive: true });
  }
  const settings = {
    "Dir::State": join(apt, "state"),
    "Dir::State::status": "/var/lib/dpkg/status",
    "Dir::Cache": join(apt, "cache"),
    "APT::Sandbox::User": "",
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ["-o", `${name}=${value}`]);
  run(folder, "apt-get", [...options, "update"]);
  return options;
}

function run(cwd: string, name: string, args: string[]): void {
  spawnSync(name, args, { cwd, stdio: "ignore" });
}

export type TestNginx = {
  /** All that it wrote to its access log so far, line by line. */
  requests(): Promise<string[]>;
  /** Ends when what is under way is answered. */
  stop(): Promise<void>;
};

/** Runs nginx as whoever runs the tests; `http` is what stands in its http block, and listens on `port`. */
export async function runNginx({ http, port }: { http: string; port: number }): Promise<TestNginx> {
  const folder = await mkdtemp(join(tmpdir(), "nicepick-nginx-"));
  const kinds = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  const main = `
    ${process.getuid?.() === 0 ? "user root;" : ""}
    daemon off;
    worker_processes 2;
    pid ${folder}/nginx.pid;
    error_log stderr;
    events { worker_connections 1024; }
    http {
      ${kinds.map((kind) => `${kind}_temp_path ${folder}/${kind};`).join("\n")}
      ${http}
    }`;
  await writeFile(join(folder, "nginx.conf"), main);
  // As a file, since nginx opens /dev/stdout by its name.
  const [out, errors] = [await open(join(folder, "out"), "a"), await open(join(folder, "errors"), "a")];
  const args = ["-p", folder, "-c", join(folder, "nginx.conf")];
  const child = spawn(findOrInstallNginx(), args, { stdio: ["ignore", out.fd, errors.fd] });
  const ended = new Promise<void>((resolve) => {
    child.once("error", () => resolve());
    child.once("close", () => resolve());
  });
  let over = false;
  void ended.then(() => {
    over = true;
  });
  const stop = async () => {
    child.kill("SIGQUIT");
    await ended;
    await Promise.all([out.close(), errors.close()]);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await until(async () => {
      if (over) throw new Error(`nginx ended:\n${await readFile(join(folder, "errors"), "utf8")}`);
      return (await statusOf(`http://127.0.0.1:${port}/`)) !== null;
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    requests: async () => (await readFile(join(folder, "out"), "utf8")).split("\n").slice(0, -1),
    stop,
  };
}
