import type { Metadata } from "next";
import { ForgotForm } from "@/components/account/forgot-form";
import { AuthFrame } from "@/components/auth/auth-frame";
import { TextLink } from "@/components/ui/text-link";
import { isMailOn } from "@/lib/mail/transport";

export const dynamic = "force-dynamic";

export const metadata: Metadata = { title: "Forgot your password?" };

export default function ForgotPage() {
  return (
    <AuthFrame title="Forgot your password?">
      {isMailOn() ? <ForgotForm /> : <NoMail />}
      <p className="mt-5 text-[0.95rem]">
        <TextLink href="/admin/sign-in">Back to the sign-in</TextLink>
      </p>
    </AuthFrame>
  );
}

function NoMail() {
  return (
    <div className="space-y-4 leading-relaxed">
      <p>This site sends no mail, so it cannot send you a link. An owner of the site can give you one.</p>
      <p className="text-soft">
        Are you the only owner? Whoever runs the server makes a link with{" "}
        <code className="rounded bg-ice-wash px-1.5 py-0.5 text-[0.9em]">
          npm run user -- reset you@example.com
        </code>
        .
      </p>
    </div>
  );
}
