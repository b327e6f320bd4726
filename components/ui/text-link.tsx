import type { ReactNode } from "react";

/** A link in running text. Pages are as fast as files, so it is a plain one: nothing is fetched ahead. */
export function TextLink({ href, children }: { href: string; children: ReactNode }) {
  const outside = /^https?:/.test(href);
  return (
    <a
      href={href}
      className="text-ice underline decoration-ice-line hover:decoration-current"
      {...(outside && { rel: "noopener nofollow" })}
    >
      {children}
    </a>
  );
}
