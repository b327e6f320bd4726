"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { type ReactNode, useRef } from "react";
import { type ButtonSize, type ButtonVariant, buttonClass } from "./button";

type MenuProps = {
  /** What the menu is about; its name where the trigger shows only a sign. */
  label: string;
  /** What the trigger shows; without it, three dots. */
  trigger?: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
  align?: "start" | "end";
  children: ReactNode;
};

/** A button that opens a list of things to do. */
export function Menu({
  label,
  trigger,
  variant = "quiet",
  size = "small",
  align = "end",
  children,
}: MenuProps) {
  // Beside its trigger the list is in the page's landmarks; at the end of the body it would be in none.
  const place = useRef<HTMLSpanElement>(null);
  return (
    <Base.Root>
      <Base.Trigger aria-label={trigger ? undefined : label} className={buttonClass(variant, size)}>
        {trigger ?? <Dots />}
      </Base.Trigger>
      <span ref={place} />
      <Base.Portal container={place}>
        <Base.Positioner
          className="z-40 text-left font-normal outline-none"
          positionMethod="fixed"
          sideOffset={6}
          align={align}
          collisionPadding={8}
        >
          <Base.Popup
            aria-label={label}
            className="min-w-44 max-w-xs rounded-lg border border-line bg-raised py-1.5 text-ink shadow-xl outline-none data-ending-style:opacity-0 data-starting-style:opacity-0 motion-safe:transition-opacity motion-safe:duration-75"
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

const ITEM =
  "flex min-h-9 cursor-pointer select-none items-center gap-2.5 px-3.5 py-1.5 text-[0.95rem] outline-none data-highlighted:bg-ice-wash data-disabled:cursor-not-allowed data-disabled:text-soft data-disabled:opacity-60 forced-colors:data-highlighted:outline-2";

type ItemProps = { onPress: () => void; disabled?: boolean; danger?: boolean; children: ReactNode };

export function MenuItem({ onPress, disabled = false, danger = false, children }: ItemProps) {
  return (
    <Base.Item className={`${ITEM} ${danger ? "text-bad" : ""}`} disabled={disabled} onClick={onPress}>
      {children}
    </Base.Item>
  );
}

export function MenuLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Base.LinkItem className={ITEM} href={href}>
      {children}
    </Base.LinkItem>
  );
}

export function MenuSeparator() {
  return <Base.Separator className="my-1.5 h-px bg-line" />;
}

function Dots() {
  return (
    <svg aria-hidden="true" viewBox="0 0 16 16" className="size-4" fill="currentColor">
      <circle cx="3" cy="8" r="1.4" />
      <circle cx="8" cy="8" r="1.4" />
      <circle cx="13" cy="8" r="1.4" />
    </svg>
  );
}
