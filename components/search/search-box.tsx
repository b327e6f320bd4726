"use client";

import { type ComponentType, useCallback, useEffect, useRef, useState } from "react";
import { TYPED } from "@/components/ui/form-look";

type Suggestions = ComponentType<{ input: HTMLInputElement }>;

const TYPED_INTO = "input, textarea, select, [contenteditable]";

/**
 * The search field in the header: a plain form, to which suggestions come when it is first used (they are most of the
 * code). "/" and Ctrl or Cmd+K lead into it from anywhere on the page.
 */
export function SearchBox() {
  const input = useRef<HTMLInputElement>(null);
  const [Loaded, setLoaded] = useState<{ it: Suggestions }>();
  const load = useCallback(() => {
    // Without them it is the form alone.
    import("./suggestions").then(
      ({ Suggestions: it }) => setLoaded({ it }),
      () => {},
    );
  }, []);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, target } = event;
      const inField = target instanceof Element && target.matches(TYPED_INTO);
      const asked = ctrlKey || metaKey ? key.toLowerCase() === "k" && !altKey : key === "/" && !inField;
      if (!asked || event.defaultPrevented) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    addEventListener("keydown", listen);
    // Focused before the page came to life.
    if (document.activeElement === input.current) load();
    return () => removeEventListener("keydown", listen);
  }, [load]);
  return (
    <search className="relative min-w-0 max-w-72 flex-1">
      <form action="/search">
        <input
          ref={input}
          name="q"
          type="search"
          aria-label="Search"
          aria-keyshortcuts="/ Control+K Meta+K"
          placeholder="Search: x or y"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={120}
          onFocus={load}
          className={`${TYPED} w-full py-1.5 text-base`}
        />
      </form>
      {Loaded && input.current && <Loaded.it input={input.current} />}
    </search>
  );
}
