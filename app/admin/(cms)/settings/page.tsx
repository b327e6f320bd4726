import type { Metadata } from "next";
import type { ReactNode } from "react";
import { TextLink } from "@/components/ui/text-link";
import { requireActor } from "@/lib/auth/actor";
import { requireEnv } from "@/lib/env";
import { OUTBOX_PATH } from "@/lib/mail/outbox-address";

export const dynamic = "force-dynamic";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  await requireActor("settings.read");
  const env = requireEnv();
  const provider = (name: string, id: string | undefined) =>
    id === undefined
      ? "Off"
      : `On: “Sign in with ${name}” is on the sign-in page, for addresses that have an account`;
  return (
    <div className="space-y-6">
      <header>
        <h1 className="font-bold text-3xl tracking-tight">Settings</h1>
        <p className="mt-0.5 max-w-2xl text-soft">
          These come from the environment of the server. Whoever runs it changes them there and starts it
          again.
        </p>
      </header>
      <dl className="border-line border-t">
        <Setting name="Site address" variables={["SITE_URL"]}>
          {env.SITE_URL}
        </Setting>
        <Setting name="Mail" variables={["SMTP_URL", "MAIL_FROM"]}>
          {env.SMTP_URL === undefined
            ? "Off: links for invitations and passwords are shown, to be passed on by hand"
            : `On, from ${env.MAIL_FROM}`}
          <span className="block text-soft text-sm">
            <TextLink href={OUTBOX_PATH}>The outbox</TextLink>{" "}
            {env.SMTP_URL === undefined
              ? "lists the mails that were not sent."
              : "lists what was mailed, and sends a test mail."}
          </span>
        </Setting>
        <Setting name="Feedback goes to" variables={["FEEDBACK_TO"]}>
          {env.FEEDBACK_TO.length === 0 ? "Nobody" : env.FEEDBACK_TO.join(", ")}
        </Setting>
        <Setting name="Sign-in with GitHub" variables={["GITHUB_ID", "GITHUB_SECRET"]}>
          {provider("GitHub", env.GITHUB_ID)}
        </Setting>
        <Setting name="Sign-in with Google" variables={["GOOGLE_ID", "GOOGLE_SECRET"]}>
          {provider("Google", env.GOOGLE_ID)}
        </Setting>
        <Setting name="Proxies in front" variables={["TRUST_PROXY"]}>
          {env.TRUST_PROXY === 0 ? "None: addresses are taken from the connections" : env.TRUST_PROXY}
        </Setting>
      </dl>
    </div>
  );
}

function Setting({ name, variables, children }: { name: string; variables: string[]; children: ReactNode }) {
  return (
    <div className="grid gap-x-8 gap-y-0.5 border-line border-b py-4 md:grid-cols-[16rem_1fr_auto]">
      <dt className="font-medium">{name}</dt>
      <dd className="min-w-0">{children}</dd>
      <dd className="flex flex-wrap items-start gap-1.5 md:justify-end">
        {variables.map((variable) => (
          <code key={variable} className="rounded bg-ice-wash px-1.5 py-0.5 text-soft text-sm">
            {variable}
          </code>
        ))}
      </dd>
    </div>
  );
}
