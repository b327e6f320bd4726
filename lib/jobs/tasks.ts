import "server-only";
import type { TaskList } from "graphile-worker";
import { z } from "zod";
import { forgetOld } from "../feedback/retention-mutations";
import { deliverMail } from "../mail/deliver-mutations";
import { forgetWanted } from "../wanted/mutations";

const mailJob = z.object({ mailId: z.uuid() });

/** What jobs do, by the names that they are added under. `stopped` cuts off what is under way. */
export function makeTasks({ now, stopped }: { now: () => Date; stopped: AbortSignal }): TaskList {
  return {
    "deliver-mail": async (payload, { job }) => {
      const { mailId } = mailJob.parse(payload);
      const lastAttempt = job.attempts >= job.max_attempts;
      await deliverMail({ mailId, attempt: job.attempts, lastAttempt, now, signal: stopped });
    },
    forget: async () => {
      await forgetOld({ now: now() });
      await forgetWanted({ now: now() });
    },
  };
}
