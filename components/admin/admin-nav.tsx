"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";

/** `unread`: how many in it nobody has looked at; shown where there are any. */
export type NavEntry = { href: string; label: string; unread?: number };

/** The parts of the admin; the one that is open is marked. */
export function AdminNav({ entries }: { entries: NavEntry[] }) {
  const path = usePathname();
  const nav = useRef<HTMLElement>(null);
  // On a narrow screen the parts do not all fit: the open one is to be among those in sight.
  useEffect(() => {
    const open = path && nav.current?.querySelector("[aria-current]");
    if (open) open.scrollIntoView({ block: "nearest", inline: "center" });
  }, [path]);
  return (
    <nav ref={nav} aria-label="Desk">
      <ul className="flex gap-1">
        {entries.map(({ href, label, unread = 0 }) => {
          const open = path === href || path.startsWith(`${href}/`);
          return (
            <li key={href}>
              <a
                href={href}
                aria-current={open ? "page" : undefined}
                className={`block whitespace-nowrap rounded-lg px-2.5 py-1.5 text-[0.95rem] hover:bg-ice-wash ${open ? "bg-ice-wash font-semibold text-ice" : "text-soft hover:text-ink"}`}
              >
                {label}
                {unread > 0 && <Unread count={unread} />}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

const MOST_SHOWN = 99;

function Unread({ count }: { count: number }) {
  return (
    <>
      {" "}
      <span className="relative ml-0.5 inline-block min-w-5 rounded-full bg-ice px-1.5 text-center font-semibold text-paper text-xs leading-5">
        {count > MOST_SHOWN ? `${MOST_SHOWN}+` : count}
        <span className="sr-only"> new</span>
      </span>
    </>
  );
}
