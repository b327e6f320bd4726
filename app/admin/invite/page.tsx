import type { Metadata } from "next";
import { AcceptForm } from "@/components/account/accept-form";
import { DeadLink } from "@/components/account/dead-link";
import { AuthFrame } from "@/components/auth/auth-frame";
import { isMailOn } from "@/lib/mail/transport";
import { findLinkOwner } from "@/lib/users/queries";

export const dynamic = "force-dynamic";

export const metadata: Metadata = { title: "Your invitation" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Looking at the form does not use the link up: mail programs look at links too. */
export default async function InvitePage({ searchParams }: Props) {
  const { token } = await searchParams;
  const invited =
    typeof token === "string" ? await findLinkOwner({ secret: token, purpose: "invite" }) : null;
  if (typeof token !== "string" || !invited) return <DeadLink mail={isMailOn()} />;
  return (
    <AuthFrame title="Welcome">
      <p className="-mt-3 mb-6 text-soft leading-relaxed">
        You are invited to write for Nice Pick. Choose a password, and you are in.
      </p>
      <AcceptForm token={token} name={invited.name} email={invited.email} />
    </AuthFrame>
  );
}
