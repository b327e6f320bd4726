"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useReady } from "@/components/forms/use-ready";
import { Button } from "@/components/ui/button";
import { Field, TextInput } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { type SignInInput, signInSchema } from "@/lib/auth/schema";
import { SIGN_IN_ERRORS, signInMessage } from "@/lib/auth/sign-in-errors";
import { PasswordInput } from "./password-input";
import { postAuth } from "./post-auth";

type Props = {
  /** A path of our own. */
  callbackUrl: string;
  /** What the address says went wrong before, by its name. */
  error: string | null;
  /** The other sites that one may sign in with. */
  others: { id: string; name: string }[];
};

export function SignInForm({ callbackUrl, error, others }: Props) {
  const [message, setMessage] = useState(error === null ? null : signInMessage(error));
  const [leaving, setLeaving] = useState(false);
  const ready = useReady();
  // Without default values: what a password manager filled in before this ran is taken as it is.
  const { register, handleSubmit, formState, setFocus } = useForm<SignInInput>({
    resolver: zodResolver(signInSchema),
  });
  const { errors, isSubmitting } = formState;

  const signIn = handleSubmit(async ({ email, password }) => {
    const answer = await postAuth("callback/credentials", { email, password, callbackUrl });
    if (answer.ok) {
      setLeaving(true);
      return location.assign(callbackUrl);
    }
    setMessage(signInMessage(answer.error, answer.retryAfter));
    setFocus("password", { shouldSelect: true });
  });

  const goTo = async (site: string) => {
    setLeaving(true);
    const answer = await postAuth(`signin/${site}`, { callbackUrl });
    if (answer.ok) return location.assign(answer.url);
    setLeaving(false);
    setMessage(signInMessage(answer.error, answer.retryAfter));
  };

  return (
    <>
      {message && (
        <div className="mb-5">
          <Notice key={message} tone={message === SIGN_IN_ERRORS.SessionExpired ? "info" : "bad"}>
            {message}
          </Notice>
        </div>
      )}
      {/* Without a script nothing is sent; a password must not end up in an address whatever happens. */}
      <form
        method="post"
        action="/api/auth/callback/credentials"
        noValidate
        onSubmit={signIn}
        className="space-y-5"
      >
        <Field label="Email" error={errors.email?.message}>
          <TextInput
            {...register("email")}
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
          />
        </Field>
        <Field label="Password" error={errors.password?.message}>
          <PasswordInput {...register("password")} autoComplete="current-password" required />
        </Field>
        <Button
          type="submit"
          variant="primary"
          className="w-full"
          disabled={!ready}
          busy={isSubmitting || leaving}
        >
          Sign in
        </Button>
      </form>
      <p className="mt-5 text-[0.95rem]">
        <TextLink href="/admin/forgot">Forgot your password?</TextLink>
      </p>
      {others.length > 0 && (
        <div className="mt-6 space-y-3 border-line border-t pt-6">
          {others.map(({ id, name }) => (
            <Button
              key={id}
              className="w-full"
              disabled={!ready}
              busy={leaving}
              onClick={() => void goTo(id)}
            >
              Sign in with {name}
            </Button>
          ))}
        </div>
      )}
      <noscript>
        <p className="mt-5 text-bad">Signing in needs JavaScript.</p>
      </noscript>
    </>
  );
}
