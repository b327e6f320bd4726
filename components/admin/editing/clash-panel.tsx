"use client";

import { type ReactNode, type RefObject, useRef } from "react";
import { flushSync } from "react-dom";
import { DiffText } from "@/components/admin/diff-text";
import { Button } from "@/components/ui/button";
import { diffTexts } from "@/lib/drafts/diff-texts";
import { rowName } from "@/lib/drafts/keyed-form";
import { NAMES } from "@/lib/drafts/labels";
import type { OpenClash } from "@/lib/drafts/sync";
import type { Form, ItemType } from "@/lib/drafts/types";
import { useAnnounce } from "./editing-context";
import { focusField } from "./focus-invalid";
import type { EditingSession } from "./session";
import { useSessionValue } from "./use-editing-session";

type Props<T extends ItemType> = {
  type: T;
  session: EditingSession<T>;
  fields: RefObject<HTMLElement | null>;
};

/** What two editors wrote differently in one place, for this one to choose. Until then, theirs is what is saved. */
export function ClashPanel<T extends ItemType>({ type, session, fields }: Props<T>) {
  const clashes = useSessionValue(session, (snapshot) => snapshot.clashes);
  const panel = useRef<HTMLElement>(null);
  const announce = useAnnounce();
  if (clashes.length === 0) return null;

  const choose = (clash: OpenClash, choice: "mine" | "theirs") => {
    const label = labelOf(type, session.values, clash.path);
    flushSync(() => session.resolve(clash.path, choice));
    const left = session.snapshot().clashes.length;
    announce(
      `${label}: ${choice === "mine" ? "yours" : "theirs"} it is. ${left === 0 ? "Nothing is left to choose." : `${left} left.`}`,
    );
    if (left > 0) panel.current?.querySelector<HTMLElement>("button")?.focus();
    else if (fields.current) focusField(fields.current, fieldName(clash.path));
  };

  return (
    <section
      ref={panel}
      id="clashes"
      tabIndex={-1}
      aria-labelledby="clashes-title"
      className="space-y-4 rounded-xl border border-bad bg-raised p-4 md:p-5"
    >
      <div>
        <h2 id="clashes-title" className="font-bold text-lg">
          {clashes.length === 1 ? "One text was" : `${clashes.length} texts were`} changed by two people
        </h2>
        <p className="text-soft text-sm">
          Both versions are kept. Choose before publishing; you can go on writing meanwhile.
        </p>
      </div>
      <ol className="space-y-4">
        {clashes.map((clash) => (
          <li key={clash.path} className="border-line border-t pt-4">
            <OneClash
              clash={clash}
              label={labelOf(type, session.values, clash.path)}
              onChoose={(choice) => choose(clash, choice)}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}

type OneProps = { clash: OpenClash; label: string; onChoose: (choice: "mine" | "theirs") => void };

function OneClash({ clash, label, onChoose }: OneProps) {
  const theirs = clash.from === "live" ? "What was published" : "Theirs";
  return (
    <fieldset className="min-w-0">
      <legend className="font-semibold">{label}</legend>
      <div className="mt-2 grid gap-4 md:grid-cols-2">
        <Version title="Yours" from={clash.base} to={clash.mine}>
          <Button size="small" onClick={() => onChoose("mine")}>
            Keep mine<span className="sr-only">: {label}</span>
          </Button>
        </Version>
        <Version title={theirs} from={clash.base} to={clash.theirs}>
          <Button size="small" onClick={() => onChoose("theirs")}>
            Take theirs<span className="sr-only">: {label}</span>
          </Button>
        </Version>
      </div>
    </fieldset>
  );
}

function Version(props: { title: string; from: string; to: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col items-start gap-2 rounded-lg border border-line p-3">
      <h3 className="font-sans text-soft text-sm">{props.title}</h3>
      <p className="w-full flex-1 whitespace-pre-wrap">
        {props.to === "" ? (
          <em className="text-soft">Nothing</em>
        ) : (
          <DiffText parts={diffTexts(props.from, props.to)} />
        )}
      </p>
      {props.children}
    </div>
  );
}

/** "pros.<key>.text" as the name of its field. */
function fieldName(path: string): string {
  const [name = "", key, field] = path.split(".");
  return key === undefined ? name : `${name}.rows.${rowName(key)}.${field}`;
}

/** "Lead", or "Pro 3: source" for a field of a row. */
function labelOf(type: ItemType, form: Form, path: string): string {
  const [name = "", key, leaf = ""] = path.split(".");
  const names = (NAMES[type] as Record<string, string | { one: string; leaves: Record<string, string> }>)[
    name
  ];
  if (names === undefined || typeof names === "string") return names ?? name;
  const rows = (form as Record<string, unknown>)[name] as { key: string }[];
  const row = `${names.one} ${rows.findIndex((one) => one.key === key) + 1}`;
  return names.leaves[leaf] ? `${row}: ${names.leaves[leaf]}` : row;
}
