"use client";

import { type ReactNode, useCallback, useEffect, useId, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { READING_ROOM } from "@/components/layout/main-area";
import { PickMarkDrawing } from "@/components/ui/pick-mark";
import { mirrorStyles } from "./mirror-styles";

const WIDTHS = [
  { name: "Phone", width: 390 },
  { name: "Tablet", width: 768 },
  { name: "Desktop", width: 1280 },
];

/** The shell that the page is drawn into. The mark tells it from the empty document that a frame begins with. */
const SHELL =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Preview</title></head><body data-preview></body></html>';

/**
 * A page inside the page, as wide as a phone, a tablet or a desktop and drawn to fit the room there is: what is wide
 * in it goes by the frame's width. It fills its parent, which must have a height. Links in it lead nowhere.
 */
export function PreviewFrame({ title, children }: { title: string; children: ReactNode }) {
  const [width, setWidth] = useState(768);
  const { attach, body } = useFrameBody();
  const { pane, room } = useRoom();
  const scale = room === 0 ? 1 : Math.min(1, room / width);
  return (
    <div className="flex h-full min-h-0 flex-col gap-3">
      <WidthSwitch width={width} onChange={setWidth} />
      <div
        ref={pane}
        className="relative min-h-0 flex-1 overflow-hidden rounded-lg border border-line bg-paper"
      >
        <iframe
          ref={attach}
          title={title}
          srcDoc={SHELL}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be in reach of the keyboard
          tabIndex={0}
          className="absolute top-0 origin-top-left focus-visible:-outline-offset-2"
          style={{
            width,
            height: `${100 / scale}%`,
            left: Math.max(0, (room - width * scale) / 2),
            transform: `scale(${scale})`,
          }}
        />
        {/* The page around it has its main already, and there is to be one. */}
        {/* In an article a header is no banner: the page round the frame has one. */}
        {body &&
          createPortal(
            <>
              <article className={READING_ROOM}>{children}</article>
              <PickMarkDrawing />
            </>,
            body,
          )}
      </div>
    </div>
  );
}

function WidthSwitch({ width, onChange }: { width: number; onChange: (width: number) => void }) {
  const group = useId();
  return (
    <fieldset className="flex flex-wrap gap-1">
      <legend className="sr-only">Width of the preview</legend>
      {WIDTHS.map(({ name, width: offered }) => (
        <label
          key={name}
          className="flex min-h-8 cursor-pointer items-center rounded-lg border border-transparent px-3 text-sm text-soft has-checked:border-ice-line has-focus-visible:outline-2 has-focus-visible:outline-ice has-checked:bg-ice-wash has-checked:text-ink hover:text-ink"
        >
          <input
            type="radio"
            name={group}
            checked={offered === width}
            onChange={() => onChange(offered)}
            className="sr-only"
          />
          {name} <span className="ml-1.5 text-soft tabular-nums">{offered}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** How wide the pane is, in CSS pixels; 0 until it has been measured. */
function useRoom() {
  const pane = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(0);
  useEffect(() => {
    if (!pane.current) return;
    const observer = new ResizeObserver(([entry]) => setRoom(entry?.contentRect.width ?? 0));
    observer.observe(pane.current);
    return () => observer.disconnect();
  }, []);
  return { pane, room };
}

/** The body of the frame's document, dressed as this page is; null until it is there, and anew when it is reloaded. */
function useFrameBody() {
  const [body, setBody] = useState<HTMLElement | null>(null);
  const attach = useCallback((frame: HTMLIFrameElement | null) => {
    if (!frame) return;
    let stop = () => {};
    const begin = () => {
      const inside = frame.contentDocument;
      if (inside?.body?.dataset.preview === undefined) return;
      stop();
      const styles = mirrorStyles(document, inside);
      let current = true;
      stop = () => {
        current = false;
        styles.stop();
      };
      keepStill(frame, inside);
      // Not before it is dressed: bare text would flash up.
      void styles.ready.then(() => current && setBody(inside.body));
    };
    frame.addEventListener("load", begin);
    begin();
    return () => {
      frame.removeEventListener("load", begin);
      stop();
      setBody(null);
    };
  }, []);
  return { attach, body };
}

const held = new WeakSet<Document>();

/** Links and forms in the frame do nothing; the page's own shortcuts work in it as well. */
function keepStill(frame: HTMLIFrameElement, inside: Document): void {
  if (held.has(inside)) return;
  held.add(inside);
  const hold = (event: Event) => {
    if (event.type === "submit" || (event.target as Element).closest("a[href]")) event.preventDefault();
  };
  for (const type of ["click", "auxclick", "submit"]) inside.addEventListener(type, hold, true);
  inside.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || !(event.ctrlKey || event.metaKey)) return;
    const { key, code, ctrlKey, metaKey, shiftKey, altKey } = event;
    const again = { key, code, ctrlKey, metaKey, shiftKey, altKey, bubbles: true, cancelable: true };
    if (!frame.dispatchEvent(new KeyboardEvent("keydown", again))) event.preventDefault();
  });
}
