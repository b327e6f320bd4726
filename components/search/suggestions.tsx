"use client";

import { useEffect, useId, useReducer, useRef } from "react";

type Page = { href: string; label: string; hint: string };
type State = { text: string; pages: Page[]; active: number; open: boolean };
type News = Partial<State> | { step: 1 | -1 };

const PAUSE_MS = 80;
const CLOSED: State = { text: "", pages: [], active: -1, open: false };

/**
 * Pages that a text may mean, as it is typed into an input that stands already: the "list autocomplete" combobox of
 * WAI-ARIA's authoring practices. The input keeps its focus and its text; an option leads straight to its page.
 */
export function Suggestions({ input }: { input: HTMLInputElement }) {
  const id = useId();
  const [{ text, pages, active, open }, tell] = useReducer(follow, CLOSED);
  const shown = open && pages.length > 0;
  const links = useRef(new Map<number, HTMLAnchorElement>());
  const now = useRef({ shown, active });
  now.current = { shown, active };

  useEffect(() => {
    const finder = makeFinder((found) => tell(found));
    const type = () => {
      tell({ open: true, active: -1 });
      finder.ask(input.value);
    };
    const press = (event: KeyboardEvent) => {
      const { shown: showing, active: at } = now.current;
      if (event.isComposing) return;
      if (event.key === "Escape" && showing) tell({ open: false, active: -1 });
      else if (event.key === "Enter" && showing && at >= 0) links.current.get(at)?.click();
      else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        if (showing) tell({ step: event.key === "ArrowDown" ? 1 : -1 });
        else type();
      } else return;
      event.preventDefault();
    };
    const leave = () => tell({ open: false, active: -1 });
    input.addEventListener("input", type);
    input.addEventListener("keydown", press);
    input.addEventListener("blur", leave);
    if (input.value.trim() !== "" && document.activeElement === input) type();
    return () => {
      finder.stop();
      input.removeEventListener("input", type);
      input.removeEventListener("keydown", press);
      input.removeEventListener("blur", leave);
    };
  }, [input]);

  useEffect(() => {
    const attributes = {
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-controls": `${id}list`,
      "aria-expanded": String(shown),
      "aria-activedescendant": shown && active >= 0 ? `${id}option${active}` : "",
    };
    for (const [name, value] of Object.entries(attributes)) {
      if (value === "") input.removeAttribute(name);
      else input.setAttribute(name, value);
    }
  }, [input, id, shown, active]);

  return (
    <>
      <div
        id={`${id}list`}
        role="listbox"
        aria-label="Suggestions"
        hidden={!shown}
        className="absolute top-full -right-11 z-20 mt-1 max-h-[70vh] w-[calc(100vw-2.5rem)] overflow-y-auto rounded-lg border border-line bg-raised py-1 shadow-lg md:right-0 md:w-96"
      >
        {withSearch(pages, text).map(({ href, label, hint }, index) => (
          <a
            key={href}
            ref={(link) => {
              if (link) links.current.set(index, link);
              else links.current.delete(index);
            }}
            id={`${id}option${index}`}
            href={href}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className="block px-3 py-2 aria-selected:bg-ice-wash hover:bg-ice-wash"
            // Before the input's blur closes the list.
            onPointerDown={(event) => event.preventDefault()}
          >
            {label} {hint && <span className="text-soft text-sm">{hint}</span>}
          </a>
        ))}
      </div>
      <p role="status" className="sr-only">
        {shown ? `${pages.length} ${pages.length === 1 ? "suggestion" : "suggestions"}` : ""}
      </p>
    </>
  );
}

/** After the pages, the search itself. */
function withSearch(pages: Page[], text: string): Page[] {
  if (pages.length === 0) return [];
  return [
    ...pages,
    { href: `/search?${new URLSearchParams({ q: text })}`, label: `Search for “${text}”`, hint: "" },
  ];
}

function follow(state: State, news: News): State {
  if (!("step" in news)) return { ...state, ...news };
  const count = state.pages.length + 1;
  const from = state.active === -1 && news.step === -1 ? 0 : state.active;
  return { ...state, active: (from + news.step + count) % count };
}

/** Asks for the newest text, a moment after it was typed; an answer that comes too late is dropped. */
function makeFinder(found: (news: { text: string; pages: Page[] }) => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking: AbortController | undefined;
  const stop = () => {
    clearTimeout(timer);
    asking?.abort();
  };
  const find = async (text: string, signal: AbortSignal) => {
    try {
      const response = await fetch(`/api/search?${new URLSearchParams({ q: text })}`, { signal });
      const pages = response.ok ? ((await response.json()) as Page[]) : [];
      if (!signal.aborted) found({ text, pages });
    } catch {
      // Stopped, or no network: suggestions are a help, and the form works without them.
    }
  };
  const ask = (typed: string) => {
    stop();
    const text = typed.trim();
    if (text === "") return found({ text, pages: [] });
    asking = new AbortController();
    const { signal } = asking;
    timer = setTimeout(() => void find(text, signal), PAUSE_MS);
  };
  return { ask, stop };
}
