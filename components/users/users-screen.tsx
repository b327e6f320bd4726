"use client";

import { useState } from "react";
import { send } from "@/components/forms/send";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/dialog";
import { reloadSaying } from "@/components/ui/toast";
import { useLast } from "@/components/ui/use-last";
import type { Account, Delivery } from "@/lib/users/types";
import { InviteDialog } from "./invite-dialog";
import { type HandedLink, LinkDialog } from "./link-dialog";
import { RoleDialog } from "./role-dialog";
import type { Command } from "./user-menu";
import { UsersTable } from "./users-table";

type Props = {
  accounts: Account[];
  own: string;
  /** Whether the site sends mail. */
  mail: boolean;
  now: string;
};

type Asked = { command: Command; account: Account };

/** What is asked before it is done. */
const QUESTIONS: Partial<
  Record<Command, (name: string) => { title: string; description: string; confirm: string }>
> = {
  disable: (name) => ({
    title: `Disable the account of ${name}?`,
    description:
      "It is signed out everywhere and cannot sign in. What it wrote stays. You can enable it again.",
    confirm: "Disable the account",
  }),
  remove: (name) => ({
    title: `Remove the invitation of ${name}?`,
    description: "The link stops working, and the account is gone. You can invite again.",
    confirm: "Remove the invitation",
  }),
};

const DONE: Partial<Record<Command, (name: string) => string>> = {
  "end-sessions": (name) => `${name} is signed out everywhere.`,
  enable: (name) => `${name} can sign in again.`,
  disable: (name) => `The account of ${name} is disabled.`,
  remove: (name) => `The invitation of ${name} is removed.`,
};

export function UsersScreen({ accounts, own, mail, now }: Props) {
  const [inviting, setInviting] = useState(false);
  const [roleOf, setRoleOf] = useState<Account | null>(null);
  const [question, setQuestion] = useState<Asked | null>(null);
  const [handed, setHanded] = useState<HandedLink | null>(null);
  const [busy, setBusy] = useState(false);

  const deliver = (delivery: Partial<Delivery>, to: { name: string; email: string }) => {
    if (delivery.link && delivery.mail !== "sent") {
      setHanded({ to: to.name, link: delivery.link, mail: delivery.mail ?? "off" });
    } else reloadSaying({ text: `A mail with the link is on its way to ${to.email}.` });
  };

  const run = async ({ command, account }: Asked) => {
    setBusy(true);
    const { id, version, name } = account;
    const versioned = command === "enable" || command === "disable";
    const sent = await send<Partial<Delivery>>(`/api/admin/users/${command}`, {
      id,
      ...(versioned && { version }),
    });
    setBusy(false);
    setQuestion(null);
    if (!sent.ok) reloadSaying({ text: sent.message, tone: "bad" });
    else if (sent.value.mail) deliver(sent.value, account);
    else reloadSaying({ text: DONE[command]?.(name) ?? "Done." });
  };

  const choose = (command: Command, account: Account) => {
    if (command === "change-role") setRoleOf(account);
    else if (QUESTIONS[command]) setQuestion({ command, account });
    else void run({ command, account });
  };

  const shown = useLast(question);
  const asked = shown && QUESTIONS[shown.command]?.(shown.account.name);
  return (
    <div className="space-y-6">
      <header className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <h1 className="font-bold text-3xl tracking-tight">Users</h1>
        <Button variant="primary" onClick={() => setInviting(true)}>
          Invite somebody
        </Button>
      </header>
      <UsersTable accounts={accounts} own={own} mail={mail} now={now} onChoose={choose} />
      <InviteDialog
        open={inviting}
        onClose={() => setInviting(false)}
        mail={mail}
        onInvited={(delivery, invited) => {
          setInviting(false);
          deliver(delivery, invited);
        }}
      />
      <RoleDialog
        account={roleOf}
        onClose={() => setRoleOf(null)}
        onChanged={(role) => {
          setRoleOf(null);
          reloadSaying({ text: `The role of ${roleOf?.name} is ${role} now.` });
        }}
      />
      <ConfirmDialog
        open={question !== null}
        onOpenChange={(open) => !open && setQuestion(null)}
        title={asked?.title ?? ""}
        description={asked?.description ?? ""}
        confirm={asked?.confirm ?? ""}
        danger
        busy={busy}
        onConfirm={() => question && void run(question)}
      />
      {/* The link is seen once: the list behind it is made anew only when it has been passed on. */}
      <LinkDialog handed={handed} onClose={() => location.reload()} />
    </div>
  );
}
