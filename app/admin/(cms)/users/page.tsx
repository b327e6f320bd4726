import type { Metadata } from "next";
import { Notice } from "@/components/ui/notice";
import { UsersScreen } from "@/components/users/users-screen";
import { requireActor } from "@/lib/auth/actor";
import { isMailOn } from "@/lib/mail/transport";
import { listAccounts, MOST_ACCOUNTS } from "@/lib/users/queries";

export const dynamic = "force-dynamic";

export const metadata: Metadata = { title: "Users" };

export default async function UsersPage() {
  const actor = await requireActor("users.manage");
  const now = new Date();
  const accounts = await listAccounts(now);
  return (
    <div className="space-y-5">
      <UsersScreen
        accounts={accounts.slice(0, MOST_ACCOUNTS)}
        own={actor.id}
        mail={isMailOn()}
        now={now.toISOString()}
      />
      {accounts.length > MOST_ACCOUNTS && (
        <Notice>These are the first {MOST_ACCOUNTS} by name. There are more.</Notice>
      )}
    </div>
  );
}
