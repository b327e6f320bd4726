import type { Metadata } from "next";
import { SetUpForm } from "@/components/account/set-up-form";
import { AuthFrame } from "@/components/auth/auth-frame";
import { TextLink } from "@/components/ui/text-link";
import { hasUsers } from "@/lib/auth/queries";
import { findToken } from "@/lib/auth/token-queries";

export const dynamic = "force-dynamic";

export const metadata: Metadata = { title: "Set up Nice Pick" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SetUpPage({ searchParams }: Props) {
  const { token } = await searchParams;
  if (await hasUsers()) {
    return (
      <AuthFrame title="Set up already">
        <p className="leading-relaxed">
          The site has its owner. <TextLink href="/admin/sign-in">Sign in</TextLink>, or ask an owner to
          invite you.
        </p>
      </AuthFrame>
    );
  }
  if (typeof token !== "string" || !(await findToken({ secret: token, purpose: "setup" }))) {
    return (
      <AuthFrame title="This link does not work">
        <div className="space-y-4 leading-relaxed">
          <p>A link to set the site up works once, within the hour, and this is not the newest one.</p>
          <p className="text-soft">Start the server again: it prints a new link.</p>
        </div>
      </AuthFrame>
    );
  }
  return (
    <AuthFrame title="Set up Nice Pick">
      <p className="-mt-3 mb-6 text-soft leading-relaxed">
        You are the first one here. You will own the site: its users, its settings and all that it says.
      </p>
      <SetUpForm token={token} />
    </AuthFrame>
  );
}
