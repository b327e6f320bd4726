import type { Metadata } from "next";
import { CuratedCard } from "@/components/comparison/curated-card";
import { Picker } from "@/components/comparison/picker";
import { JsonLd } from "@/components/seo/json-ld";
import { TextLink } from "@/components/ui/text-link";
import { listNewestCurated } from "@/lib/comparisons/queries";
import { homeGraph } from "@/lib/seo/graph/site";
import { homeMetadata } from "@/lib/seo/pages";

export const dynamic = "force-dynamic";

export function generateMetadata(): Metadata {
  return homeMetadata();
}

const NEWEST = 6;

export default async function HomePage() {
  const newest = await listNewestCurated(NEWEST);
  return (
    <div className="space-y-16 md:space-y-20">
      <JsonLd graph={homeGraph()} />
      <header className="max-w-4xl space-y-8">
        <div className="space-y-4">
          <h1 className="font-bold text-5xl leading-[1.05] tracking-tight md:text-7xl">
            X or Y? We pick one.
          </h1>
          <p className="max-w-[56ch] text-lg text-soft leading-relaxed md:text-xl">
            Name two technologies. You get one page: a clear pick, the case for each side, and when to choose
            which.
          </p>
        </div>
        <Picker action="Compare" />
      </header>
      {newest.length > 0 ? (
        <section>
          <h2 className="mb-6 font-bold text-2xl tracking-tight">Fresh from our editors</h2>
          <ul className="grid gap-5 md:grid-cols-2">
            {newest.map((entry) => (
              <CuratedCard key={`${entry.left.slug} ${entry.right.slug}`} entry={entry} />
            ))}
          </ul>
        </section>
      ) : (
        <p className="text-lg text-soft">
          Our editors have not written a comparison yet.{" "}
          <TextLink href="/technologies">See what is on file.</TextLink>
        </p>
      )}
    </div>
  );
}
