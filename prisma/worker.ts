import { pino } from "pino";
import { disconnectDb } from "../lib/db";
import { loadEnvFile, readEnv } from "../lib/env";
import { startWorker } from "../lib/jobs/worker";
import { plainMessage } from "./command";
import { openDatabase } from "./open-database";

// `npm run worker`: sends mails and does what else is due, beside a server or without one.
loadEnvFile();
const settings = readEnv(process.env);
if (settings.ok) await work(settings.env);
else {
  console.error(settings.problems.join("\n"));
  process.exitCode = 1;
}

async function work(env: Parameters<typeof openDatabase>[0]): Promise<void> {
  const asked = new Promise<void>((resolve) => {
    process.once("SIGTERM", resolve);
    process.once("SIGINT", resolve);
  });
  try {
    const database = await openDatabase(env, (line) => console.error(line));
    const worker = startWorker({ log: pino({ level: env.LOG_LEVEL }) });
    console.log("The worker runs.");
    await asked;
    await worker.stop();
    await disconnectDb();
    await database.close();
  } catch (error) {
    console.error(plainMessage(error));
    process.exitCode = 1;
  }
}
