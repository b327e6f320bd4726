import type { ReactNode } from "react";
import { PickMark } from "@/components/ui/pick-mark";

/** The mark and the name, leading home. `children` stand behind the name. */
export function SiteLogo({ href, children }: { href: string; children?: ReactNode }) {
  return (
    <a
      href={href}
      className="flex shrink-0 items-center gap-2 whitespace-nowrap py-1 font-bold font-display text-lg tracking-tight"
    >
      <PickMark className="size-6 text-mark" />
      <span>Nice Pick{children}</span>
    </a>
  );
}
