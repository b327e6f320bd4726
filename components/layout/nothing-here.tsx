import { TextLink } from "@/components/ui/text-link";
import { MessagePage } from "./message-page";

/** What to say at an address that could never have led anywhere. */
export function NothingHere() {
  return (
    <MessagePage title="Nothing at this address">
      <p>
        <TextLink href="/compare">Compare two technologies</TextLink> or see{" "}
        <TextLink href="/technologies">all of them</TextLink>.
      </p>
    </MessagePage>
  );
}
