import type { Metadata } from "next";
import { PrimitivesSheet } from "@/components/admin/design/primitives-sheet";
import { TokensSheet } from "@/components/admin/design/tokens-sheet";
import { Heading } from "@/components/ui/heading";
import { requireActor } from "@/lib/auth/actor";

export const dynamic = "force-dynamic";

export const metadata: Metadata = { title: "Design" };

const THEMES = [
  { theme: "light", title: "Light" },
  { theme: "dark", title: "Dark" },
];

/** What pages are made of, in both themes: to choose from before making something new. */
export default async function DesignPage() {
  await requireActor("admin.enter");
  return (
    <div className="space-y-6">
      <header>
        <h1 className="font-bold text-3xl tracking-tight">Design</h1>
        <p className="mt-0.5 max-w-2xl text-soft">
          Paper and ink, one ice-blue accent, the pick lit up. What is here is what pages are made of.
        </p>
      </header>
      <div className="grid items-start gap-6 xl:grid-cols-2">
        {THEMES.map(({ theme, title }) => (
          <section
            key={theme}
            data-theme={theme}
            aria-label={title}
            className="min-w-0 rounded-card border border-line bg-paper p-5 text-ink md:p-8"
          >
            <Heading level={2} className="mb-6">
              {title}
            </Heading>
            <TokensSheet />
            <PrimitivesSheet theme={theme} />
          </section>
        ))}
      </div>
    </div>
  );
}
