import type { Metadata } from "next";
import { Empty } from "@/components/ui/empty";
import { WantedTable } from "@/components/wanted/wanted-table";
import { requireActor } from "@/lib/auth/actor";
import { listWanted } from "@/lib/wanted/queries";

export const dynamic = "force-dynamic";

export const metadata: Metadata = { title: "Wanted" };

export default async function WantedPage() {
  await requireActor("wanted.work");
  const entries = await listWanted();
  return (
    <div className="space-y-6">
      <header>
        <h1 className="font-bold text-3xl tracking-tight">Wanted</h1>
        <p className="mt-0.5 text-soft">
          What readers searched for, did not find, and asked us for; most wanted first. What is published
          under such a name or alias leaves the list.
        </p>
      </header>
      {entries.length > 0 ? (
        <WantedTable entries={entries} now={new Date().toISOString()} />
      ) : (
        <Empty>Nobody has asked for anything that is not here.</Empty>
      )}
    </div>
  );
}
