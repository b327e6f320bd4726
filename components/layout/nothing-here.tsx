import { TextLink } from "@/components/ui/text-link";
import { MessagePage } from "./message-page";

/** What to say at an address that could never have led anywhere. */
export function NothingHere() {
  return (
    <MessagePage title="Nothing at this address">
      <p>
        The address may have lost a letter. Search above, or <TextLink href="/compare">compare two</TextLink>.
      </p>
      <p>
        Or look round among all <TextLink href="/technologies">technologies</TextLink>, by{" "}
        <TextLink href="/categories">category</TextLink>, or at{" "}
        <TextLink href="/best">the best of each</TextLink>.
      </p>
    </MessagePage>
  );
}
