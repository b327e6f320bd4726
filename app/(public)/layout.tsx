import type { ReactNode } from "react";
import { Awake } from "@/components/layout/awake";
import { SiteFrame } from "@/components/layout/site-frame";
import { FEED_PATH, FEED_TITLE } from "@/lib/machine/feed-address";

export default function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <SiteFrame>
      {/* In the head of every page, whatever the page says of itself there. */}
      <link rel="alternate" type="application/atom+xml" title={FEED_TITLE} href={FEED_PATH} />
      {children}
      <Awake />
    </SiteFrame>
  );
}
