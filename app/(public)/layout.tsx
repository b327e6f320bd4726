import type { ReactNode } from "react";
import { Awake } from "@/components/layout/awake";
import { SiteFrame } from "@/components/layout/site-frame";

export default function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <SiteFrame>
      {children}
      <Awake />
    </SiteFrame>
  );
}
