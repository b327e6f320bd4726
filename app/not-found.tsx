import { MessagePage } from "@/components/layout/message-page";
import { SiteFrame } from "@/components/layout/site-frame";
import { TextLink } from "@/components/ui/text-link";

export const metadata = { title: "Page not found" };

// Next sends this with every page: keep it small.
export default function NotFound() {
  return (
    <SiteFrame>
      <MessagePage title="Nothing at this address">
        <p>
          <TextLink href="/compare">Compare two technologies</TextLink> or see{" "}
          <TextLink href="/technologies">all of them</TextLink>.
        </p>
      </MessagePage>
    </SiteFrame>
  );
}
