"use client";

import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import type { Account } from "@/lib/users/types";

export type Command =
  | "reinvite"
  | "reset-link"
  | "change-role"
  | "end-sessions"
  | "enable"
  | "disable"
  | "remove";

type Props = { account: Account; own: boolean; mail: boolean; onChoose: (command: Command) => void };

/** What an owner can do with an account as it stands. One's own cannot be shut from here. */
export function UserMenu({ account, own, mail, onChoose }: Props) {
  const { name, state, seenAt, removable } = account;
  const item = (command: Command, text: string, danger = false) => (
    <MenuItem danger={danger} onPress={() => onChoose(command)}>
      {text}
    </MenuItem>
  );
  return (
    <Menu label={`Actions for ${name}`}>
      {state === "invited" && item("reinvite", mail ? "Send a new invitation" : "Make a new invitation link")}
      {state === "active" && item("reset-link", mail ? "Send a reset link" : "Make a reset link")}
      {state !== "disabled" && item("change-role", "Change the role…")}
      {state === "active" && seenAt !== null && item("end-sessions", "End all sessions")}
      {state === "disabled" && item("enable", "Enable the account")}
      {!own && (state !== "disabled" || removable) && <MenuSeparator />}
      {!own && state !== "disabled" && item("disable", "Disable the account…", true)}
      {!own && removable && item("remove", "Remove the invitation…", true)}
    </Menu>
  );
}
