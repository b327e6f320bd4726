"use client";

import { type FormEvent, type ReactNode, useState } from "react";
import { ProblemNotice } from "@/components/forms/problem-notice";
import { useReady } from "@/components/forms/use-ready";
import type { Problem } from "@/components/forms/use-sent-form";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { letIn } from "./let-in";

type Props = {
  /** Where the form posts to; only the script sends it. */
  path: string;
  button: string;
  busy: boolean;
  problem: Problem | null;
  onSubmit: (event: FormEvent) => void;
  children: ReactNode;
};

/** The form of a page for those who are not signed in. */
export function AccountForm({ path, button, busy, problem, onSubmit, children }: Props) {
  const ready = useReady();
  return (
    <>
      {/* Without a script nothing is sent; a password must not end up in an address whatever happens. */}
      <form method="post" action={path} noValidate onSubmit={onSubmit} className="space-y-5">
        {children}
        <ProblemNotice problem={problem} />
        <Button type="submit" variant="primary" className="w-full" disabled={!ready} busy={busy}>
          {button}
        </Button>
      </form>
      <noscript>
        <p className="mt-5 text-bad">This needs JavaScript.</p>
      </noscript>
    </>
  );
}

/** Goes in with what the form has set; `left` is true when one has to sign in by hand instead. */
export function useLetIn() {
  const [state, setState] = useState<"here" | "entering" | "left">("here");
  const enter = async (credentials: { email: string; password: string }) => {
    setState("entering");
    if (!(await letIn(credentials))) setState("left");
  };
  return { enter, entering: state === "entering", left: state === "left" };
}

/** In place of a form that has done its work. */
export function SignInByHand({ children }: { children: ReactNode }) {
  return (
    <Notice tone="good">
      {children} <TextLink href="/admin/sign-in">Sign in</TextLink>
    </Notice>
  );
}
