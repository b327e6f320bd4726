import { MessagePage } from "@/components/layout/message-page";
import { SiteFrame } from "@/components/layout/site-frame";
import { TextLink } from "@/components/ui/text-link";
import RootLayout from "./layout";

export { generateMetadata, viewport } from "./layout";

/** An address that no route takes. It stands outside the layout, so that it is not sent along with every page. */
export default function GlobalNotFound() {
  return (
    <RootLayout>
      <SiteFrame>
        <MessagePage title="Nothing at this address">
          <p>
            <TextLink href="/compare">Compare two technologies</TextLink> or see{" "}
            <TextLink href="/technologies">all of them</TextLink>.
          </p>
        </MessagePage>
      </SiteFrame>
    </RootLayout>
  );
}
