import { spawn } from "node:child_process";

/** The user a command runs as. Undefined in a call: the user of this process. */
export type Account = { uid: number; gid: number; name: string };

/** code is null when the program could not be run at all or was killed; output then says why. */
export type CommandResult = { code: number | null; output: string };

/** What PostgreSQL's programs need from the environment; secrets and PG* settings in ours are none of their business. */
const PASSED_ON = ["LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SystemRoot", "TEMP", "TMP", "TMPDIR", "TZ"];

/** A server that outlives its starter may keep the pipe open: this long after the exit its output counts as complete. */
const OUTPUT_GRACE_MS = 500;

export async function runCommand(
  file: string,
  args: readonly string[],
  account?: Account,
): Promise<CommandResult> {
  return new Promise((settle) => {
    const child = spawn(file, args, {
      // Every account can reach the root, while our own working directory may be closed to it.
      cwd: "/",
      env: commandEnvironment(account),
      stdio: ["ignore", "pipe", "pipe"],
      windowsHide: true,
      ...(account && { uid: account.uid, gid: account.gid }),
    });
    const chunks: Buffer[] = [];
    const finish = (code: number | null) =>
      settle({ code, output: Buffer.concat(chunks).toString("utf8").trim() });
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.once("error", (error) => settle({ code: null, output: error.message }));
    child.once("close", finish);
    child.once("exit", (code) => setTimeout(() => finish(code), OUTPUT_GRACE_MS).unref());
  });
}

function commandEnvironment(account: Account | undefined): NodeJS.ProcessEnv {
  const { NODE_ENV, PATH = "", HOME } = process.env;
  const kept = PASSED_ON.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  return {
    ...Object.fromEntries(kept),
    NODE_ENV,
    // useradd lives in sbin, which is not on the PATH of a root shell opened with a plain `su`.
    PATH: process.platform === "win32" ? PATH : `${PATH}:/usr/sbin:/sbin`,
    HOME: account ? "/" : HOME,
    // Messages in English: some of them decide what happens next.
    LC_ALL: "C",
  };
}
