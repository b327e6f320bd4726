import { AuthFrame } from "@/components/auth/auth-frame";
import { ButtonLink } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";

/** For a link that was used, has run out or never was one. `mail`: the site can send another itself. */
export function DeadLink({ mail }: { mail: boolean }) {
  return (
    <AuthFrame title="This link does not work">
      <div className="space-y-5 leading-relaxed">
        <p>
          Links like this one work once, for an hour. This one was used, its hour is over, or it is not whole.
        </p>
        {mail ? (
          <>
            <ButtonLink variant="primary" href="/admin/forgot">
              Ask for a new link
            </ButtonLink>
            <p className="text-soft">
              Have you set your password with it? Then <TextLink href="/admin/sign-in">sign in</TextLink>.
            </p>
          </>
        ) : (
          <p className="text-soft">
            Ask an owner of the site for a new one. Have you set your password with it? Then{" "}
            <TextLink href="/admin/sign-in">sign in</TextLink>.
          </p>
        )}
      </div>
    </AuthFrame>
  );
}
