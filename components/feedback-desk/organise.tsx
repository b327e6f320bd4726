"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field, Select } from "@/components/ui/field";
import { Menu, MenuItem } from "@/components/ui/menu";
import type { FeedbackState } from "@/lib/feedback/states";
import { type Held, useCommand } from "./use-command";

type Props = {
  held: Held;
  state: FeedbackState;
  assigneeId: string | null;
  assignees: { id: string; name: string }[];
  own: string;
};

/** The states that need nothing more said. */
const MOVES = [
  { state: "new", label: "New", said: "It is among the new messages now." },
  { state: "open", label: "Being read", said: "The reader’s page says now that it is being read." },
  { state: "answered", label: "Answered", said: "It is marked as answered." },
  { state: "spam", label: "Spam", said: "It is in the spam now." },
] as const;

/** Among editors: who is on it, and where it stands. */
export function Organise({ held, state, assigneeId, assignees, own }: Props) {
  const [chosen, setChosen] = useState(assigneeId ?? "");
  const { busy, run } = useCommand();
  const assign = (to: string) => {
    const name = assignees.find(({ id }) => id === to)?.name;
    const said = to === "" ? "It is nobody’s now." : `It is assigned to ${to === own ? "you" : name}.`;
    run("/api/admin/feedback/assign", { ...held, assigneeId: to || null }, said);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    assign(chosen);
  };
  return (
    <div className="space-y-4">
      <form onSubmit={submit} className="flex items-end gap-2">
        <Field label="Assigned to" className="flex-1">
          <Select value={chosen} onChange={(event) => setChosen(event.target.value)}>
            <option value="">Nobody</option>
            {assignees.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
                {id === own ? " (you)" : ""}
              </option>
            ))}
          </Select>
        </Field>
        <Button type="submit" busy={busy !== null}>
          Assign
        </Button>
      </form>
      <div className="flex flex-wrap gap-2">
        {assigneeId !== own && (
          <Button size="small" onClick={() => assign(own)}>
            Take it
          </Button>
        )}
        <Menu label="Move to" trigger="Move to…" align="start">
          {MOVES.filter((move) => move.state !== state).map((move) => (
            <MenuItem
              key={move.state}
              onPress={() => run("/api/admin/feedback/move", { ...held, state: move.state }, move.said)}
            >
              {move.label}
            </MenuItem>
          ))}
        </Menu>
      </div>
    </div>
  );
}
