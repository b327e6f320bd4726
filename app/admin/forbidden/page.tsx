import type { Metadata } from "next";
import { AuthFrame } from "@/components/auth/auth-frame";
import { TextLink } from "@/components/ui/text-link";

export const metadata: Metadata = { title: "Not for your role" };

// Made for each request, like every page of the desk: its scripts bear the nonce of the answer.
export const dynamic = "force-dynamic";

/** proxy.ts shows it with a 403. */
export default function ForbiddenPage() {
  return (
    <AuthFrame title="Not for your role">
      <p className="leading-relaxed">
        Your account may not see this page. An owner can change your role.{" "}
        <TextLink href="/admin">Back to the start</TextLink>
      </p>
    </AuthFrame>
  );
}
