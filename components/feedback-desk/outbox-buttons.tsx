"use client";

import { Button } from "@/components/ui/button";
import { useCommand } from "./use-command";

const TEST = "/api/admin/outbox/test";
const RESEND = "/api/admin/outbox/resend";
const RESEND_FAILED = "/api/admin/outbox/resend-failed";

export function TestMailButton({ to }: { to: string }) {
  const { busy, run } = useCommand();
  return (
    <Button busy={busy !== null} onClick={() => run(TEST, {}, `A test mail is on its way to ${to}.`)}>
      Send a test mail
    </Button>
  );
}

export function ResendButton({ id, number }: { id: string; number: number }) {
  const { busy, run } = useCommand();
  return (
    <Button
      size="small"
      aria-label={`Send mail ${number} again`}
      busy={busy !== null}
      onClick={() => run(RESEND, { id }, "The mail is on its way again.")}
    >
      Send again
    </Button>
  );
}

export function ResendFailedButton({ failed }: { failed: number }) {
  const { busy, run } = useCommand();
  const said = failed === 1 ? "The mail is on its way again." : "The mails are on their way again.";
  return (
    <Button busy={busy !== null} onClick={() => run(RESEND_FAILED, {}, said)}>
      Send all failed again
    </Button>
  );
}
