import type { Metadata } from "next";
import { AddressForm } from "@/components/profile/address-form";
import { BylineForm } from "@/components/profile/byline-form";
import { Devices } from "@/components/profile/devices";
import { PasswordForm } from "@/components/profile/password-form";
import { ProfileSection } from "@/components/profile/section";
import { requireActor } from "@/lib/auth/actor";
import { hasPassword, listDevices } from "@/lib/users/queries";

export const dynamic = "force-dynamic";

export const metadata: Metadata = { title: "Your profile" };

export default async function ProfilePage() {
  const actor = await requireActor("profile.write");
  const now = new Date();
  const [devices, withPassword] = await Promise.all([
    listDevices({ userId: actor.id, current: actor.sessionId, now }),
    hasPassword(actor.id),
  ]);
  return (
    <div>
      <header className="pb-8">
        <h1 className="font-bold text-3xl tracking-tight">Your profile</h1>
        <p className="mt-0.5 text-soft">
          {actor.email}, {actor.role}
        </p>
      </header>
      <ProfileSection
        title="Byline"
        hint="The name under what you publish from now on. What is published keeps its own."
      >
        <BylineForm name={actor.name} />
      </ProfileSection>
      <ProfileSection title="Password" hint="Changing it signs you out everywhere else.">
        {withPassword ? <PasswordForm email={actor.email} /> : <NoPassword />}
      </ProfileSection>
      <ProfileSection
        title="Address"
        hint="What you sign in with, and where mail for you goes. The old address is told of the change."
      >
        {withPassword ? <AddressForm email={actor.email} /> : <NoPassword />}
      </ProfileSection>
      <ProfileSection
        title="Where you are signed in"
        hint="A session ends after an hour without use, and after 12 hours."
      >
        <Devices devices={devices} now={now.toISOString()} />
      </ProfileSection>
    </div>
  );
}

function NoPassword() {
  return (
    <p className="text-soft leading-relaxed">
      Your account has no password: you sign in with another site. To set one, sign out and choose “Forgot
      your password?”.
    </p>
  );
}
