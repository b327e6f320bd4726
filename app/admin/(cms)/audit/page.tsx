import type { Metadata } from "next";
import { AuditFilters } from "@/components/audit/filters";
import { AuditLog } from "@/components/audit/log";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { listAuditActors, listAuditEntries } from "@/lib/audit/queries";
import { auditAddress, auditQuerySchema } from "@/lib/audit/schema";
import { requireActor } from "@/lib/auth/actor";

export const dynamic = "force-dynamic";

export const metadata: Metadata = { title: "Audit log" };

const PATH = "/admin/audit";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AuditPage({ searchParams }: Props) {
  await requireActor("audit.read");
  const query = auditQuerySchema.parse(await searchParams);
  const [{ entries, more }, actors] = await Promise.all([listAuditEntries(query), listAuditActors()]);
  return (
    <div className="space-y-6">
      <header>
        <h1 className="font-bold text-3xl tracking-tight">Audit log</h1>
        <p className="mt-0.5 text-soft">Who did what, newest first. Nothing in it can be changed.</p>
      </header>
      <AuditFilters path={PATH} query={query} actors={actors} />
      {entries.length > 0 ? (
        <AuditLog entries={entries} now={new Date().toISOString()} />
      ) : (
        <Empty>Nothing is written down here.</Empty>
      )}
      {(more || query.before) && (
        <nav aria-label="Pages" className="flex flex-wrap gap-3">
          {query.before && (
            <ButtonLink size="small" href={auditAddress(PATH, query)}>
              Newest
            </ButtonLink>
          )}
          {more && (
            <ButtonLink size="small" href={auditAddress(PATH, query, more)} rel="next">
              Older
            </ButtonLink>
          )}
        </nav>
      )}
    </div>
  );
}
