import type { ReactNode } from "react";
import { SiteLogo } from "@/components/layout/site-logo";
import { SkipLink } from "@/components/layout/skip-link";
import { ThemeSwitch } from "@/components/layout/theme-switch";
import { AccountMenu } from "./account-menu";
import { AdminNav, type NavEntry } from "./admin-nav";

type Props = { entries: NavEntry[]; name: string; role: string; children: ReactNode };

/** Header and main of every page behind the sign-in. */
export function AdminFrame({ entries, name, role, children }: Props) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="border-line border-b bg-raised">
        <div className="mx-auto flex max-w-[96rem] flex-wrap items-center gap-x-6 gap-y-1 px-4 py-2 md:px-6">
          <SiteLogo href="/admin">
            {" "}
            <span className="font-normal text-soft">desk</span>
          </SiteLogo>
          <div className="order-3 -mx-1 w-full overflow-x-auto xl:order-none xl:mx-0 xl:w-auto xl:flex-1">
            <AdminNav entries={entries} />
          </div>
          <div className="ml-auto flex items-center gap-2">
            <a href="/" className="px-2 py-1 text-[0.95rem] text-soft hover:text-ink hover:underline">
              View the site
            </a>
            <ThemeSwitch />
            <AccountMenu name={name} role={role} />
          </div>
        </div>
      </header>
      <main id="main" className="mx-auto w-full max-w-[96rem] flex-1 px-4 pt-6 pb-16 md:px-6 md:pt-8">
        {children}
      </main>
    </div>
  );
}
