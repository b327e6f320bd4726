import { NothingHere } from "@/components/layout/nothing-here";
import { SiteFrame } from "@/components/layout/site-frame";
import RootLayout from "./layout";

export { generateMetadata, viewport } from "./layout";

/** An address that no route takes. It stands outside the layout, so that it is not sent along with every page. */
export default function GlobalNotFound() {
  return (
    <RootLayout>
      <SiteFrame>
        <NothingHere />
      </SiteFrame>
    </RootLayout>
  );
}
