import { Button, ButtonLink } from "@/components/ui/button";
import { Field, Select, TextInput } from "@/components/ui/field";
import {
  FIRST_STATE,
  INBOX_PATH,
  type InboxAsked,
  inboxAddress,
  isNarrowed,
} from "@/lib/feedback/inbox-address";

type Props = { asked: InboxAsked; unknownAbout: string | null; assignees: { id: string; name: string }[] };

/** A plain form, so that an address holds all that was asked for. */
export function InboxFilters({ asked, unknownAbout, assignees }: Props) {
  const { q, about, assignee, state } = asked;
  return (
    <search aria-label="In the messages">
      <form
        action={INBOX_PATH}
        className="flex flex-wrap items-start gap-x-3 gap-y-4 rounded-xl border border-line bg-raised p-4"
      >
        {state !== FIRST_STATE && <input type="hidden" name="state" value={state} />}
        <Field label="Search" className="min-w-56 flex-[3_1_15rem]">
          <TextInput type="search" name="q" defaultValue={q} maxLength={200} autoComplete="off" />
        </Field>
        <Field
          label="Comparison"
          error={unknownAbout === null ? undefined : "is not two names with “vs” between them"}
          className="min-w-52 flex-[2_1_13rem]"
        >
          <TextInput
            name="about"
            defaultValue={unknownAbout ?? about}
            maxLength={200}
            placeholder="PostgreSQL vs MySQL"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
        </Field>
        <Field label="Assigned to" className="min-w-36 flex-[1_1_9rem]">
          <Select name="assignee" defaultValue={assignee ?? ""}>
            <option value="">Anybody</option>
            <option value="me">Me</option>
            <option value="nobody">Nobody</option>
            {assignees.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        {/* Level with the controls, whatever is said below one of them. */}
        <div className="flex gap-2 max-lg:basis-full lg:pt-[1.9rem]">
          <Button type="submit">Show</Button>
          {(isNarrowed(asked) || unknownAbout !== null) && (
            <ButtonLink variant="bare" href={inboxAddress(asked, { q: "", about: "", assignee: undefined })}>
              Clear
            </ButtonLink>
          )}
        </div>
      </form>
    </search>
  );
}
