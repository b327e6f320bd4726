import type { Metadata } from "next";
import type { ReactNode } from "react";
import { ChangeList, DraftList } from "@/components/admin/home-lists";
import { ButtonLink } from "@/components/ui/button";
import { requireActor } from "@/lib/auth/actor";
import { listDraftsOf, listRecentChanges } from "@/lib/drafts/list-queries";

export const dynamic = "force-dynamic";

export const metadata: Metadata = { title: "Your desk" };

const MOST_DRAFTS = 10;
const MOST_CHANGES = 12;

const NEW = [
  { href: "/admin/comparisons/new", label: "New comparison" },
  { href: "/admin/technologies/new", label: "New technology" },
  { href: "/admin/categories/new", label: "New category" },
];

export default async function DeskPage() {
  const actor = await requireActor("admin.enter");
  const [drafts, changes] = await Promise.all([
    listDraftsOf(actor.id, MOST_DRAFTS),
    listRecentChanges(MOST_CHANGES),
  ]);
  const now = new Date().toISOString();
  return (
    <div className="space-y-10">
      <header className="space-y-4">
        <h1 className="font-bold text-3xl tracking-tight">Hello, {actor.name}</h1>
        <div className="flex flex-wrap gap-2">
          {NEW.map(({ href, label }) => (
            <ButtonLink key={href} href={href}>
              {label}
            </ButtonLink>
          ))}
        </div>
      </header>
      <div className="grid gap-10 lg:grid-cols-2 lg:gap-14">
        <Part title="Your drafts">
          <DraftList drafts={drafts} now={now} />
        </Part>
        <Part title="Recently changed">
          <ChangeList changes={changes} now={now} />
        </Part>
      </div>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="min-w-0">
      <h2 className="mb-2 font-semibold text-lg">{title}</h2>
      {children}
    </section>
  );
}
