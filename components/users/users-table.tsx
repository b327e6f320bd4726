"use client";

import { AgoText } from "@/components/ui/ago";
import type { Account } from "@/lib/users/types";
import { type Command, UserMenu } from "./user-menu";

type Props = {
  accounts: Account[];
  /** The account of whoever looks. */
  own: string;
  mail: boolean;
  now: string;
  onChoose: (command: Command, account: Account) => void;
};

const CELL = "py-3 pr-4 max-md:block max-md:py-0.5 max-md:pr-0";

/** A table from 768 px; below that each account is a block of its own. */
export function UsersTable({ accounts, own, mail, now, onChoose }: Props) {
  return (
    <table className="w-full border-collapse text-left text-[0.95rem] max-md:block">
      <caption className="sr-only">Users</caption>
      <thead className="text-soft text-sm max-md:sr-only">
        <tr className="border-line border-b">
          {["Name", "Role", "State", "Last seen"].map((head) => (
            <th key={head} scope="col" className="py-2 pr-4 font-medium">
              {head}
            </th>
          ))}
          <th scope="col" className="w-14 py-2">
            <span className="sr-only">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody className="max-md:block">
        {accounts.map((account) => (
          <tr
            key={account.id}
            className="relative border-line border-b align-middle max-md:block max-md:py-3 max-md:pr-14"
          >
            <th scope="row" className={`${CELL} font-normal`}>
              <span className="font-medium">{account.name}</span>
              {account.id === own && <span className="text-soft"> (you)</span>}
              <span className="block text-soft text-sm">{account.email}</span>
            </th>
            <td className={CELL}>{account.role}</td>
            <td className={CELL}>
              <StateTag state={account.state} />
            </td>
            <td className={`${CELL} text-soft text-sm`}>
              {account.seenAt ? (
                <>
                  <span className="md:hidden">Seen </span>
                  <AgoText iso={account.seenAt} now={now} />
                </>
              ) : (
                "Not signed in"
              )}
            </td>
            <td className="py-3 text-right max-md:absolute max-md:top-0 max-md:right-0">
              <UserMenu
                account={account}
                own={account.id === own}
                mail={mail}
                onChoose={(command) => onChoose(command, account)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const STATES: Record<Account["state"], { word: string; className: string }> = {
  invited: { word: "Invited", className: "border-soft/60 border-dashed text-soft" },
  active: { word: "Active", className: "border-ice-line text-ice" },
  disabled: { word: "Disabled", className: "border-line bg-paper text-soft" },
};

function StateTag({ state }: { state: Account["state"] }) {
  const { word, className } = STATES[state];
  return (
    <span className={`inline-block whitespace-nowrap rounded-full border px-2.5 py-0.5 text-sm ${className}`}>
      {word}
    </span>
  );
}
