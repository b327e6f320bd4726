"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/dialog";
import { useCommand } from "./use-command";

type Props = {
  id: string;
  /** By what they can be known; null where it is not known (any more). */
  blocked: { network: boolean | null; email: boolean | null };
  erased: boolean;
};

const WHATS = [
  { what: "network", name: "network", known: "Their network" },
  { what: "email", name: "address", known: "Their e-mail address" },
] as const;

const ERASE = "/api/admin/feedback/erase";

/** Whoever wrote: kept out of the inbox from now on, or forgotten. */
export function Sender({ id, blocked, erased }: Props) {
  const [asking, setAsking] = useState(false);
  const { busy, run } = useCommand();
  const known = WHATS.filter(({ what }) => blocked[what] !== null);
  return (
    <div className="space-y-4 text-[0.95rem]">
      {known.length === 0 && (
        <p className="text-soft">
          Neither the network nor an address is on file (any more): nothing can be blocked.
        </p>
      )}
      {known.map((each) => (
        <Blocking
          key={each.what}
          {...each}
          blocked={blocked[each.what] === true}
          busy={busy}
          onPress={(command, said) => run(`/api/admin/feedback/${command}`, { id, what: each.what }, said)}
        />
      ))}
      {!erased && (
        <Button size="small" variant="bare" className="-ml-2.5 text-bad!" onClick={() => setAsking(true)}>
          Erase the message…
        </Button>
      )}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Erase this message?"
        description="The text, the name and the address are gone for good, from our mails and notes too. The counts and the history of what was done stay. There is no undo."
        confirm="Erase for good"
        danger
        busy={busy === ERASE}
        onConfirm={() => run(ERASE, { id }, "The message is erased.")}
      />
    </div>
  );
}

type BlockingProps = {
  name: string;
  known: string;
  blocked: boolean;
  busy: string | null;
  onPress: (command: "block" | "unblock", said: string) => void;
};

function Blocking({ name, known, blocked, busy, onPress }: BlockingProps) {
  const press = () => {
    if (blocked) onPress("unblock", `The ${name} is not blocked any more.`);
    else onPress("block", `The ${name} is blocked: what comes from it goes to the spam.`);
  };
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1.5">
      <span>
        {known} is {blocked ? <strong>blocked</strong> : "not blocked"}.
      </span>
      <Button size="small" busy={busy !== null && !busy.endsWith("erase")} onClick={press}>
        {blocked ? "Unblock" : "Block"} the {name}
      </Button>
    </div>
  );
}
