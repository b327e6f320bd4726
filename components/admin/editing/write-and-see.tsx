"use client";

import { type ReactNode, type RefObject, useEffect, useId, useState, useSyncExternalStore } from "react";
import { flushSync } from "react-dom";
import { useReadOnly } from "./editing-context";
import { WANTED } from "./focus-invalid";

/** From here on both fit beside each other. */
const WIDE = "(min-width: 1100px)";

type Props = { fieldsRef: RefObject<HTMLDivElement | null>; fields: ReactNode; preview?: ReactNode };

/** The form, and beside it what it makes; where there is no room for both, one of them at a time. */
export function WriteAndSee({ fieldsRef, fields, preview }: Props) {
  const isWide = useIsWide();
  const readOnly = useReadOnly();
  const [shown, setShown] = useState<"write" | "preview">("write");
  useEffect(() => {
    const element = fieldsRef.current;
    const show = () => flushSync(() => setShown("write"));
    element?.addEventListener(WANTED, show);
    return () => element?.removeEventListener(WANTED, show);
  }, [fieldsRef]);
  const writes = isWide || shown === "write" || !preview;
  const sees = preview && (isWide || shown === "preview");
  return (
    <>
      {preview && !isWide && <Switch shown={shown} onShow={setShown} readOnly={readOnly} />}
      <div className={preview ? "gap-8 min-[1100px]:grid min-[1100px]:grid-cols-2 xl:gap-10" : "max-w-2xl"}>
        {/* Out of sight it stays what it is, with what was typed in it. */}
        <div ref={fieldsRef} hidden={!writes} data-fields className="min-w-0 space-y-8">
          {fields}
          {!readOnly && <Hints />}
        </div>
        {sees && (
          <section
            aria-label="Preview"
            className="h-[calc(100dvh-var(--bar,6rem)-5rem)] min-h-96 min-w-0 min-[1100px]:sticky min-[1100px]:top-[calc(var(--bar,6rem)+1.25rem)] min-[1100px]:h-[calc(100dvh-var(--bar,6rem)-2.5rem)] min-[1100px]:self-start"
          >
            {preview}
          </section>
        )}
      </div>
    </>
  );
}

function Switch(props: { shown: string; onShow: (shown: "write" | "preview") => void; readOnly: boolean }) {
  const { shown, onShow, readOnly } = props;
  const group = useId();
  const choices = [
    ["write", readOnly ? "Read" : "Write"],
    ["preview", "Preview"],
  ] as const;
  return (
    <fieldset className="inline-flex rounded-lg border border-line bg-raised p-0.5">
      <legend className="sr-only">What to show</legend>
      {choices.map(([value, label]) => (
        <label
          key={value}
          className="flex min-h-9 cursor-pointer items-center rounded-md px-4 text-[0.95rem] text-soft has-checked:bg-ice-wash has-checked:font-medium has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-ice"
        >
          <input
            type="radio"
            name={group}
            checked={shown === value}
            onChange={() => onShow(value)}
            className="sr-only"
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

function Hints() {
  return (
    <p className="hidden border-line border-t pt-4 text-soft text-sm md:block">
      Everything is saved as you type. <Key>Ctrl</Key> <Key>S</Key> saves at once, <Key>Ctrl</Key>{" "}
      <Key>Enter</Key> publishes; on a Mac, <Key>⌘</Key> in place of <Key>Ctrl</Key>.
    </p>
  );
}

function Key({ children }: { children: ReactNode }) {
  return (
    <kbd className="rounded border border-line bg-raised px-1.5 py-0.5 font-sans text-xs">{children}</kbd>
  );
}

function useIsWide(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = window.matchMedia(WIDE);
      query.addEventListener("change", listener);
      return () => query.removeEventListener("change", listener);
    },
    () => window.matchMedia(WIDE).matches,
    () => true,
  );
}
