"use client";

import {
  closestCenter,
  type DndContextProps,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { sortableKeyboardCoordinates } from "@dnd-kit/sortable";
import { type RefObject, useMemo } from "react";
import { useAnnounce } from "./editing-context";
import { focusRowTool } from "./row-focus";
import type { RowList, RowTools } from "./row-types";

type Parts = { lists: RowList[]; tools: RowTools; within: RefObject<HTMLElement | null> };

const INSTRUCTIONS = {
  draggable:
    "Press Space to pick the row up, the arrow keys to move it, Space again to put it down, and Escape to leave it where it was.",
};

/** Picking rows up and putting them down, with a pointer or from the keyboard, told by name. */
export function useRowDragging({ lists, tools, within }: Parts): DndContextProps {
  const announce = useAnnounce();
  const sensors = useSensors(
    // A press on the handle is no drag yet.
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  return useMemo(() => {
    const titleOf = (name: string) => lists.find((list) => list.name === name)?.title ?? name;
    return {
      sensors,
      collisionDetection: closestCenter,
      accessibility: {
        screenReaderInstructions: INSTRUCTIONS,
        announcements: {
          onDragStart: ({ active }) => `Picked up ${tools.tell(listOf(active), keyOf(active))}.`,
          onDragOver: ({ over }) => {
            if (!over) return "Over no list.";
            const to = listOf(over);
            const place = tools.keysOf(to).indexOf(keyOf(over)) + 1;
            return `Over ${titleOf(to)}, place ${Math.max(1, place)}.`;
          },
          // Where it came to lie is said once it lies there.
          onDragEnd: ({ over }) => (over ? "Put down." : "Left where it was."),
          onDragCancel: ({ active }) => `${tools.quote(listOf(active), keyOf(active))} is where it was.`,
        },
      },
      onDragEnd: (event) => {
        if (!event.over) return;
        const key = keyOf(event.active);
        const [from, to] = [listOf(event.active), listOf(event.over)];
        const at = placeOf(event, tools.keysOf(to), from === to);
        const isMove = from !== to || tools.keysOf(from).indexOf(key) !== at;
        const there = isMove ? tools.drop(from, key, to, at) : key;
        if (there === null) return;
        announce(`Now ${tools.tell(to, there)}`);
        if (event.activatorEvent instanceof KeyboardEvent) focusRowTool(within.current, to, there, "drag");
      },
    };
  }, [lists, tools, within, sensors, announce]);
}

function listOf({ data }: { data: { current?: Record<string, unknown> | undefined } }): string {
  return String(data.current?.list);
}

function keyOf({ data }: { data: { current?: Record<string, unknown> | undefined } }): string {
  return String(data.current?.key);
}

/** In its own list a row takes the other's place; in another it goes before or behind it, whichever is nearer. */
function placeOf({ active, over }: DragEndEvent, keys: string[], sameList: boolean): number {
  const at = over ? keys.indexOf(keyOf(over)) : -1;
  if (sameList || !over) return Math.max(0, at);
  if (at === -1) return keys.length;
  const top = active.rect.current.translated?.top ?? 0;
  return top > over.rect.top + over.rect.height / 2 ? at + 1 : at;
}
