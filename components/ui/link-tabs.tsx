import type { ReactNode } from "react";

export type LinkTab = { href: string; label: ReactNode; count?: number; open: boolean };

/** Views of one list, each at an address of its own. They wrap: on a narrow screen none is out of sight. */
export function LinkTabs({ label, tabs }: { label: string; tabs: LinkTab[] }) {
  return (
    <nav aria-label={label}>
      <ul className="flex flex-wrap gap-1.5">
        {tabs.map(({ href, label: text, count, open }) => (
          <li key={href}>
            <a
              href={href}
              aria-current={open ? "page" : undefined}
              className={`inline-flex min-h-9 items-center gap-2 rounded-full border px-3.5 py-1 text-[0.95rem] ${open ? "border-ice-line bg-ice-wash font-semibold text-ice" : "border-line bg-raised text-soft hover:border-ice-line hover:text-ink"}`}
            >
              {text}
              {count !== undefined && (
                <span className={`text-sm ${open ? "" : "text-soft"}`}>{count.toLocaleString("en")}</span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
