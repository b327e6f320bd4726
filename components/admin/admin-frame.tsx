import type { ReactNode } from "react";
import { AccountMenu } from "./account-menu";
import { AdminNav, type NavEntry } from "./admin-nav";

type Props = { entries: NavEntry[]; name: string; role: string; children: ReactNode };

/** Header and main of every page behind the sign-in. */
export function AdminFrame({ entries, name, role, children }: Props) {
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#main"
        className="sr-only rounded bg-ice-wash p-3 focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-50"
      >
        Skip to the content
      </a>
      <header className="border-line border-b bg-raised">
        <div className="mx-auto flex max-w-[96rem] flex-wrap items-center gap-x-6 gap-y-1 px-4 py-2 md:px-6">
          <a href="/admin" className="py-1 font-bold font-display text-lg tracking-tight">
            <span aria-hidden="true">🧊 </span>Nice Pick <span className="font-normal text-soft">desk</span>
          </a>
          <div className="order-3 -mx-1 w-full overflow-x-auto xl:order-none xl:mx-0 xl:w-auto xl:flex-1">
            <AdminNav entries={entries} />
          </div>
          <div className="ml-auto flex items-center gap-2">
            <a href="/" className="px-2 py-1 text-[0.95rem] text-soft hover:text-ink hover:underline">
              View the site
            </a>
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
