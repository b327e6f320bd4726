import type { ReactNode } from "react";
import { SearchBox } from "@/components/search/search-box";
import { Awake } from "./awake";
import { MainArea } from "./main-area";
import { SiteLogo } from "./site-logo";
import { SkipLink } from "./skip-link";
import { ThemeSwitch } from "./theme-switch";

const PARTS = [
  { href: "/compare", label: "Compare" },
  { href: "/technologies", label: "Technologies" },
  { href: "/categories", label: "Categories" },
  { href: "/best", label: "Best" },
];

const MORE = [
  { href: "/technologies", label: "Technologies" },
  { href: "/categories", label: "Categories" },
  { href: "/best", label: "Best" },
  { href: "/changes", label: "Changes" },
  { href: "/methodology", label: "Methodology" },
  { href: "/feed.xml", label: "Feed" },
  { href: "/feedback", label: "Feedback" },
  { href: "/privacy", label: "Privacy" },
];

/** Header, main and footer of every public page. */
export function SiteFrame({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="border-line border-b print:hidden">
        {/* On a phone the parts have a row of their own, below the search. */}
        <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-3 px-5 py-2 md:gap-x-6 md:px-8 md:py-3">
          <SiteLogo href="/" />
          <nav aria-label="Site" className="order-last w-full md:order-none md:w-auto">
            <ul className="-mx-2 flex flex-wrap text-ui">
              {PARTS.map(({ href, label }) => (
                <li key={href}>
                  <a
                    className="block rounded-control px-2 py-1.5 text-soft hover:bg-ice-wash hover:text-ink"
                    href={href}
                  >
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <div className="ml-auto flex min-w-0 flex-1 items-center justify-end gap-2">
            <SearchBox />
            <ThemeSwitch />
          </div>
        </div>
      </header>
      <MainArea>{children}</MainArea>
      <footer className="border-line border-t print:hidden">
        <div className="mx-auto flex max-w-6xl flex-col gap-x-10 gap-y-3 px-5 py-8 text-small text-soft md:flex-row md:items-baseline md:justify-between md:px-8">
          <p>Nice Pick takes a side, and says what on.</p>
          <nav aria-label="More">
            <ul className="-mx-2 flex flex-wrap md:justify-end">
              {MORE.map(({ href, label }) => (
                <li key={href}>
                  <a className="block px-2 py-1 hover:text-ink hover:underline" href={href}>
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </div>
      </footer>
      <Awake />
    </div>
  );
}
