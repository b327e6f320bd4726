"use client";

import { Toolbar } from "@base-ui/react/toolbar";
import { type ComponentProps, type KeyboardEvent, useId, useRef, useState } from "react";
import { buttonClass } from "./button";
import { TextArea } from "./field";
import { Markdown } from "./markdown";
import { type Mark, markEdit } from "./markdown-marks";
import { TabPanel, Tabs } from "./tabs";

const TOOLS: { mark: Mark; label: string; key?: string; path: string }[] = [
  {
    mark: "bold",
    label: "Bold",
    key: "B",
    path: "M4.5 3h4a2.5 2.5 0 0 1 0 5h-4zM4.5 8H9a2.5 2.5 0 0 1 0 5H4.5z",
  },
  { mark: "italic", label: "Italic", key: "I", path: "M7 3h5M4 13h5M9.5 3l-3 10" },
  { mark: "heading", label: "Heading", path: "M4 3v10M12 3v10M4 8h8" },
  { mark: "bullets", label: "List", path: "M6.5 4H14M6.5 8H14M6.5 12H14M2.5 4h.5M2.5 8h.5M2.5 12h.5" },
  {
    mark: "numbers",
    label: "Numbered list",
    path: "M7 4h7M7 8h7M7 12h7M2.2 3.4 3.4 2.8V6M2 9.6c.8-1 2.2-.2 1.6.8L2 12.4h2.2",
  },
  { mark: "quote", label: "Quote", path: "M3 3v10M7 5h6M7 8h6M7 11h4" },
  { mark: "code", label: "Code", path: "M5.5 4.5 2 8l3.5 3.5M10.5 4.5 14 8l-3.5 3.5" },
  {
    mark: "link",
    label: "Link",
    key: "K",
    path: "M6.5 9.5a2.6 2.6 0 0 0 3.7 0l2.2-2.2a2.6 2.6 0 0 0-3.7-3.7L7.9 4.4M9.5 6.5a2.6 2.6 0 0 0-3.7 0L3.6 8.7a2.6 2.6 0 0 0 3.7 3.7l.8-.8",
  },
];

/** Text in Markdown, with buttons for its signs, and what it will look like. It grows with its text. */
export function MarkdownEditor({
  ref,
  onKeyDown,
  readOnly = false,
  rows = 14,
  ...rest
}: ComponentProps<"textarea">) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [shown, setShown] = useState<{ tab: string; text: string }>({ tab: "write", text: "" });
  const attach = (element: HTMLTextAreaElement | null) => {
    area.current = element;
    if (typeof ref === "function") return ref(element);
    if (ref) ref.current = element;
  };
  const set = (mark: Mark) => {
    if (area.current && !readOnly) applyMark(area.current, mark);
  };
  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    onKeyDown?.(event);
    const mark = markOfKey(event);
    if (event.defaultPrevented || mark === undefined) return;
    event.preventDefault();
    set(mark);
  };
  return (
    <Tabs
      label="Write or preview"
      tabs={[
        { value: "write", label: "Write" },
        { value: "preview", label: "Preview" },
      ]}
      value={shown.tab}
      onValueChange={(tab) => setShown({ tab, text: area.current?.value ?? "" })}
    >
      <TabPanel value="write" keepMounted className="space-y-2 pt-2">
        {!readOnly && <Tools onPress={set} />}
        <TextArea {...rest} ref={attach} rows={rows} readOnly={readOnly} onKeyDown={onKey} />
      </TabPanel>
      <TabPanel value="preview" className="pt-4">
        {shown.text.trim() === "" ? (
          <p className="text-soft">Nothing is written yet.</p>
        ) : (
          <Markdown text={shown.text} />
        )}
      </TabPanel>
    </Tabs>
  );
}

/** One stop of the Tab key; the arrow keys go from button to button. */
function Tools({ onPress }: { onPress: (mark: Mark) => void }) {
  const id = useId();
  return (
    <Toolbar.Root aria-label="Formatting" className="flex flex-wrap gap-0.5">
      {TOOLS.map(({ mark, label, key, path }) => (
        <Toolbar.Button
          key={mark}
          id={`${id}${mark}`}
          aria-label={label}
          aria-keyshortcuts={key && `Control+${key} Meta+${key}`}
          title={key ? `${label} (Ctrl+${key})` : label}
          className={`${buttonClass("bare", "small")} size-8 px-0!`}
          // The text keeps its selection on screen.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onPress(mark)}
        >
          <svg aria-hidden="true" viewBox="0 0 16 16" className="size-4 shrink-0">
            <path
              d={path}
              fill="none"
              stroke="currentColor"
              strokeWidth="1.5"
              strokeLinecap="round"
              strokeLinejoin="round"
            />
          </svg>
        </Toolbar.Button>
      ))}
    </Toolbar.Root>
  );
}

function markOfKey({
  key,
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
  nativeEvent,
}: KeyboardEvent): Mark | undefined {
  if (!(ctrlKey || metaKey) || altKey || shiftKey || nativeEvent.isComposing) return undefined;
  return TOOLS.find((tool) => tool.key === key.toUpperCase())?.mark;
}

/** As one insertion, so that the browser can undo it. */
function applyMark(area: HTMLTextAreaElement, mark: Mark): void {
  const { from, to, text, start, end } = markEdit(area.value, area.selectionStart, area.selectionEnd, mark);
  area.focus();
  area.setSelectionRange(from, to);
  const done = text === "" ? document.execCommand("delete") : document.execCommand("insertText", false, text);
  if (!done) {
    area.setRangeText(text, from, to, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }
  area.setSelectionRange(start, end);
}
