import { Button, ButtonLink } from "@/components/ui/button";
import { Field, Select } from "@/components/ui/field";
import type { AuditQuery } from "@/lib/audit/schema";
import { ACTION_KINDS, type ActionKind } from "@/lib/audit/words";

const KIND_NAMES: Record<ActionKind, string> = {
  publishing: "Publishing",
  drafts: "Drafts",
  previews: "Preview links",
  accounts: "Accounts",
  feedback: "Feedback and mail",
  imports: "Imports",
};

type Props = { path: string; query: AuditQuery; actors: { id: string; name: string }[] };

/** A plain form, so that an address holds all that was asked for. */
export function AuditFilters({ path, query, actors }: Props) {
  return (
    <search aria-label="In the log">
      <form
        action={path}
        className="flex flex-wrap items-end gap-x-3 gap-y-4 rounded-xl border border-line bg-raised p-4"
      >
        <Field label="Who" className="min-w-44 flex-[1_1_12rem]">
          <Select name="who" defaultValue={query.who ?? ""}>
            <option value="">Anybody</option>
            {actors.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
            <option value="programs">No account: imports, links, the terminal</option>
          </Select>
        </Field>
        <Field label="What" className="min-w-44 flex-[1_1_12rem]">
          <Select name="what" defaultValue={query.what ?? ""}>
            <option value="">Anything</option>
            {(Object.keys(ACTION_KINDS) as ActionKind[]).map((kind) => (
              <option key={kind} value={kind}>
                {KIND_NAMES[kind]}
              </option>
            ))}
          </Select>
        </Field>
        <div className="flex gap-2">
          <Button type="submit">Show</Button>
          {(query.who || query.what) && (
            <ButtonLink variant="bare" href={path}>
              Clear
            </ButtonLink>
          )}
        </div>
      </form>
    </search>
  );
}
