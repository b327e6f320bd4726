import { itemPath } from "@/components/admin/item-path";
import { AgoText } from "@/components/ui/ago";
import { TextLink } from "@/components/ui/text-link";
import type { AuditEntry } from "@/lib/audit/queries";
import { actionPhrase } from "@/lib/audit/words";

/** Who did what, one line an entry. */
export function AuditLog({ entries, now }: { entries: AuditEntry[]; now: string }) {
  return (
    <ol>
      {entries.map((entry) => (
        <li
          key={entry.id}
          className="grid gap-x-6 border-line border-b py-2.5 text-[0.95rem] md:grid-cols-[1fr_auto]"
        >
          <p className="min-w-0 first-letter:uppercase">
            <span className="font-medium">{entry.actor}</span> {actionPhrase(entry.action)}{" "}
            <Item entry={entry} />
            <Detail detail={entry.detail} />
          </p>
          <p className="text-soft text-sm md:text-right">
            <AgoText iso={entry.at} now={now} />
          </p>
        </li>
      ))}
    </ol>
  );
}

function Item({ entry: { item } }: { entry: AuditEntry }) {
  if (!item) return null;
  const { type, id, name } = item;
  if (!type || !id) return <span>{name}</span>;
  return <TextLink href={itemPath(type, id)}>{name || `a ${type}`}</TextLink>;
}

function Detail({ detail }: { detail: AuditEntry["detail"] }) {
  if (!detail) return null;
  const { from, to, role, reason } = detail;
  const said = [
    from !== undefined && to !== undefined ? `from ${from} to ${to}` : null,
    role ? `as ${role}` : null,
    reason ? `because: “${reason}”` : null,
  ].filter(Boolean);
  return said.length === 0 ? null : <span className="text-soft">{`, ${said.join(", ")}`}</span>;
}
