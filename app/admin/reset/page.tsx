import type { Metadata } from "next";
import { DeadLink } from "@/components/account/dead-link";
import { ResetForm } from "@/components/account/reset-form";
import { AuthFrame } from "@/components/auth/auth-frame";
import { isMailOn } from "@/lib/mail/transport";
import { findLinkOwner } from "@/lib/users/queries";

export const dynamic = "force-dynamic";

export const metadata: Metadata = { title: "Set a new password" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ResetPage({ searchParams }: Props) {
  const { token } = await searchParams;
  const account = typeof token === "string" ? await findLinkOwner({ secret: token, purpose: "reset" }) : null;
  if (typeof token !== "string" || !account) return <DeadLink mail={isMailOn()} />;
  return (
    <AuthFrame title="Set a new password">
      <ResetForm token={token} email={account.email} />
    </AuthFrame>
  );
}
