"use client";

import { type ComponentProps, type KeyboardEvent, useId, useRef, useState } from "react";

export type Option = { value: string; label: string; hint: string };

type Props = Omit<ComponentProps<"input">, "value" | "onChange" | "onBlur"> & {
  /** What is chosen here, for the name of the list. */
  label: string;
  value: string;
  onText: (text: string) => void;
  onChoose: (option: Option, options: Option[]) => void;
  /** Asked for whatever is typed, best first; may be given up, and then throws. */
  findOptions: (text: string, signal: AbortSignal) => Promise<Option[]>;
  onLeave?: () => void;
};

const PAUSE_MS = 120;

/** A text input that suggests as you type: the "list autocomplete" combobox of WAI-ARIA's authoring practices. */
export function ComboboxInput(props: Props) {
  const { label, value, onText, onChoose, findOptions, onLeave, ...input } = props;
  const id = useId();
  const [active, setActive] = useState(-1);
  const [open, setOpen] = useState(false);
  const { options, look } = useOptions(findOptions);
  const expanded = open && options.length > 0;

  const choose = (option: Option) => {
    onChoose(option, options);
    setOpen(false);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape" && expanded) setOpen(false);
    else if (event.key === "Enter" && expanded && options[active]) choose(options[active]);
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!expanded) look(value);
      else setActive(step(active, event.key === "ArrowDown" ? 1 : -1, options.length));
      setOpen(true);
    } else return;
    event.preventDefault();
  };

  return (
    <div className="relative min-w-0">
      <input
        {...input}
        value={value}
        maxLength={120}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={expanded}
        aria-controls={`${id}list`}
        aria-activedescendant={expanded && active >= 0 ? `${id}option${active}` : undefined}
        onChange={(event) => {
          onText(event.target.value);
          setActive(-1);
          // A text that comes back to a field that has been left opens nothing.
          setOpen(document.activeElement === event.target);
          look(event.target.value);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          setOpen(false);
          onLeave?.();
        }}
      />
      <div
        id={`${id}list`}
        role="listbox"
        aria-label={`${label}: suggestions`}
        hidden={!expanded}
        className="absolute inset-x-0 top-full z-10 mt-1 max-h-80 overflow-y-auto rounded-lg border border-line bg-raised py-1 shadow-lg"
      >
        {options.map((option, index) => (
          <div
            key={option.value}
            id={`${id}option${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className="cursor-pointer px-3 py-2 aria-selected:bg-ice-wash hover:bg-ice-wash"
            // Before the input's blur closes the list.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(option)}
            onKeyDown={onKeyDown}
          >
            {option.label} <span className="text-soft text-sm">{option.hint}</span>
          </div>
        ))}
      </div>
      <p role="status" className="sr-only">
        {expanded ? `${options.length} ${options.length === 1 ? "suggestion" : "suggestions"}` : ""}
      </p>
    </div>
  );
}

function step(from: number, by: number, count: number): number {
  if (from === -1) return by === 1 ? 0 : count - 1;
  return (from + by + count) % count;
}

/** The options for the newest text asked about; an answer that comes too late is dropped. */
function useOptions(findOptions: Props["findOptions"]) {
  const [options, setOptions] = useState<Option[]>([]);
  const asking = useRef<{ timer?: ReturnType<typeof setTimeout>; abort?: AbortController }>({});

  const stop = () => {
    clearTimeout(asking.current.timer);
    asking.current.abort?.abort();
  };

  const look = (text: string) => {
    stop();
    if (text.trim() === "") return setOptions([]);
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const found = await findOptions(text, abort.signal);
        if (!abort.signal.aborted) setOptions(found);
      } catch {
        // Stopped, or no network: suggestions are a help, and the form works without them.
      }
    }, PAUSE_MS);
    asking.current = { timer, abort };
  };
  return { options, look };
}
