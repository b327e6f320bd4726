"use client";

import { type RefObject, useRef } from "react";
import { flushSync } from "react-dom";
import { Button } from "@/components/ui/button";
import { rowName } from "@/lib/drafts/keyed-form";
import type { OpenClash } from "@/lib/drafts/sync";
import type { ItemType } from "@/lib/drafts/types";
import { useAnnounce } from "./editing-context";
import { fieldLabel, focusField } from "./focus-invalid";
import type { EditingSession } from "./session";
import { useSessionValue } from "./use-editing-session";
import { WordDiff } from "./word-diff";

type Props<T extends ItemType> = {
  session: EditingSession<T>;
  fields: RefObject<HTMLElement | null>;
};

/** What two editors wrote differently in one place, for this one to choose. Until then, theirs is what is saved. */
export function ClashPanel<T extends ItemType>({ session, fields }: Props<T>) {
  const clashes = useSessionValue(session, (snapshot) => snapshot.clashes);
  const panel = useRef<HTMLElement>(null);
  const announce = useAnnounce();
  if (clashes.length === 0) return null;

  const labelOf = ({ path }: OpenClash) =>
    (fields.current && fieldLabel(fields.current, fieldName(path))) ?? wordsOf(path);
  const choose = (clash: OpenClash, choice: "mine" | "theirs") => {
    const label = labelOf(clash);
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
            <OneClash clash={clash} label={labelOf(clash)} onChoose={(choice) => choose(clash, choice)} />
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

function Version(props: { title: string; from: string; to: string; children: React.ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col items-start gap-2 rounded-lg border border-line p-3">
      <h3 className="font-sans text-soft text-sm">{props.title}</h3>
      <p className="w-full flex-1 whitespace-pre-wrap">
        {props.to === "" ? (
          <em className="text-soft">Nothing</em>
        ) : (
          <WordDiff from={props.from} to={props.to} />
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

/** For a field that is not on the page: "sourceTitle" as "source title". */
function wordsOf(path: string): string {
  const [list = "", , field] = path.split(".");
  const words = (text: string) => text.replaceAll(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return field ? `${words(list)}: ${words(field)}` : words(list);
}
