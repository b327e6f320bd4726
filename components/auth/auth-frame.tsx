import type { ReactNode } from "react";
import { SiteLogo } from "@/components/layout/site-logo";
import { ThemeSwitch } from "@/components/layout/theme-switch";
import { cardClass } from "@/components/ui/card";

/** A page with one small form and nothing round it: signing in, and what leads there. */
export function AuthFrame({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex items-center justify-between px-5 py-3 md:px-8">
        <SiteLogo href="/" />
        <ThemeSwitch />
      </header>
      <main id="main" className="mx-auto w-full max-w-md flex-1 px-5 pt-[8vh] pb-20">
        <div className={`${cardClass()} px-6 py-8 sm:px-9`}>
          <h1 className="mb-6 font-bold text-3xl tracking-tight">{title}</h1>
          {children}
        </div>
      </main>
    </div>
  );
}
