import type { Metadata } from "next";
import { AuthFrame } from "@/components/auth/auth-frame";
import { SignInForm } from "@/components/auth/sign-in-form";
import { safeCallback } from "@/lib/auth/callback-url";
import { listOAuthNames, OAUTH_NAMES } from "@/lib/auth/oauth-names";
import { hasUsers } from "@/lib/auth/queries";

export const dynamic = "force-dynamic";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: Props) {
  const { callbackUrl, error } = await searchParams;
  if (!(await hasUsers())) return <NobodyYet />;
  return (
    <AuthFrame title="Sign in">
      <SignInForm
        callbackUrl={safeCallback(callbackUrl)}
        error={typeof error === "string" && error !== "" ? error : null}
        others={listOAuthNames().map((id) => ({ id, name: OAUTH_NAMES[id] }))}
      />
    </AuthFrame>
  );
}

function NobodyYet() {
  return (
    <AuthFrame title="No accounts yet">
      <div className="space-y-4 leading-relaxed">
        <p>The first owner is set up with the link that the server printed when it started.</p>
        <p className="text-soft">
          The link works once, within the hour. Start the server again for a new one.
        </p>
      </div>
    </AuthFrame>
  );
}
