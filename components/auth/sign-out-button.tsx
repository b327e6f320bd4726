"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { postAuth } from "./post-auth";

/** Ends this browser's session and goes to the sign-in. */
export function SignOutButton({ className = "" }: { className?: string }) {
  const [busy, setBusy] = useState(false);
  const signOut = async () => {
    setBusy(true);
    const { ok } = await postAuth("signout", { callbackUrl: "/admin/sign-in" });
    if (ok) return location.assign("/admin/sign-in");
    setBusy(false);
  };
  return (
    <Button size="small" variant="bare" busy={busy} className={className} onClick={() => void signOut()}>
      Sign out
    </Button>
  );
}
