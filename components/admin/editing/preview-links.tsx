"use client";

import { useState } from "react";
import { send } from "@/components/forms/send";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { DateText } from "@/components/ui/date";
import { Dialog } from "@/components/ui/dialog";
import { Field, Select } from "@/components/ui/field";
import type { ItemType } from "@/lib/drafts/types";
import type { PreviewLinkView } from "@/lib/previews/types";

type Props = {
  type: ItemType;
  id: string;
  previews: PreviewLinkView[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

type Link = Pick<PreviewLinkView, "id" | "url" | "expiresAt">;

const DAYS = [1, 7, 14, 30];

/** Links for people without an account: made, copied, ended. */
export function PreviewLinks({ type, id, previews, open, onOpenChange }: Props) {
  const [links, setLinks] = useState<Link[]>(previews);
  const [days, setDays] = useState(7);
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState("");

  const doing = async (what: string, work: () => Promise<string | null>) => {
    setBusy(what);
    setProblem((await work()) ?? "");
    setBusy(null);
  };
  const create = () =>
    doing("new", async () => {
      const made = await send<Link>("/api/admin/previews/create", { itemType: type, itemId: id, days });
      if (!made.ok) return made.message;
      setLinks([made.value, ...links]);
      return null;
    });
  const revoke = (link: Link) =>
    doing(link.id, async () => {
      const ended = await send("/api/admin/previews/revoke", { id: link.id });
      if (!ended.ok && ended.code !== "not-found") return ended.message;
      setLinks(links.filter((other) => other.id !== link.id));
      return null;
    });

  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Preview links"
      description="Whoever has such a link reads this as it is written now, without an account. Search engines are kept out."
      size="medium"
    >
      <div className="flex flex-wrap items-end gap-3">
        <Field label="The link works for" className="w-40">
          <Select value={days} onChange={(event) => setDays(Number(event.target.value))}>
            {DAYS.map((count) => (
              <option key={count} value={count}>
                {count === 1 ? "a day" : `${count} days`}
              </option>
            ))}
          </Select>
        </Field>
        <Button variant="primary" busy={busy === "new"} onClick={() => void create()}>
          Make a link
        </Button>
      </div>
      {problem && (
        <p role="alert" className="mt-3 text-bad text-sm">
          {problem}
        </p>
      )}
      <ul aria-label="Links that work" className="mt-5 space-y-3">
        {links.map((link) => (
          <li key={link.id} className="rounded-lg border border-line p-3">
            <p className="truncate text-sm">
              <a href={link.url} className="text-ice underline decoration-ice-line">
                {link.url}
              </a>
            </p>
            <div className="mt-2 flex flex-wrap items-center gap-2">
              <span className="mr-auto text-soft text-sm">
                Until <DateText iso={link.expiresAt} />
              </span>
              <CopyButton text={link.url} size="small" label="Copy the link" />
              <Button size="small" busy={busy === link.id} onClick={() => void revoke(link)}>
                End it
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <p role="status" className="mt-3 text-soft text-sm">
        {links.length === 0 && "No link works at the moment."}
      </p>
    </Dialog>
  );
}
