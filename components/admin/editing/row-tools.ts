import type { RefObject } from "react";
import { flushSync } from "react-dom";
import type { UseFormReturn } from "react-hook-form";
import type { ToastMessage } from "@/components/ui/toast";
import { rowName } from "@/lib/drafts/keyed-form";
import { findRow, focusAdd, focusRow, focusRowTool } from "./row-focus";
import type { RowMoves } from "./row-moves";
import type { RowFields, RowList, RowTools } from "./row-types";

type Parts = {
  form: UseFormReturn;
  moves: RowMoves;
  within: RefObject<HTMLElement | null>;
  lists: RowList[];
  blank: RowFields;
  naming: string;
  toast: (message: ToastMessage) => void;
  announce: (text: string) => void;
};

const LONGEST_QUOTE = 60;

/** The focus is looked after, and what happens is told to those who do not see it. */
export function rowTools({ form, moves, within, lists, blank, naming, toast, announce }: Parts): RowTools {
  const { keysOf } = moves;
  const listOf = (name: string) => lists.find((list) => list.name === name);
  const textOf = (list: string, key: string): string =>
    String(form.getValues(`${list}.rows.${rowName(key)}.${naming}`) ?? "");

  const quote = (list: string, key: string) => {
    const text = textOf(list, key).trim();
    if (text === "") return "the empty row";
    return `“${text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text}”`;
  };
  const tell = (list: string, key: string) => {
    const keys = keysOf(list);
    return `${listOf(list)?.one} ${keys.indexOf(key) + 1} of ${keys.length}: ${quote(list, key)}`;
  };
  const refuse = (list: string) => announce(`There is no room for another ${listOf(list)?.one}.`);

  /** Where the focus goes when the row at `at` is gone. */
  const focusNear = (list: string, at: number) => {
    const near = keysOf(list)[at] ?? keysOf(list)[at - 1];
    if (near) focusRow(within.current, list, near);
    else focusAdd(within.current, list);
  };

  const tools: RowTools = {
    keysOf,
    quote,
    tell,
    add(list, after, fields = [{}]) {
      let at = after === undefined ? keysOf(list).length : keysOf(list).indexOf(after) + 1;
      let added: string | null = null;
      flushSync(() => {
        for (const given of fields) added = moves.add(list, at++, { ...blank, ...given }) ?? added;
      });
      if (added === null) refuse(list);
      else focusRow(within.current, list, added);
    },
    remove(list, key) {
      const at = keysOf(list).indexOf(key);
      const said = quote(list, key);
      const bringBack = flushSync(() => moves.remove(list, key));
      focusNear(list, at);
      toast({
        text: `Removed the ${listOf(list)?.one} ${said}`,
        action: {
          label: "Undo",
          onPress: () => {
            flushSync(bringBack);
            focusRow(within.current, list, key);
          },
        },
      });
    },
    step(list, key, by) {
      const at = keysOf(list).indexOf(key) + by;
      if (at < 0 || at >= keysOf(list).length) return;
      const held = document.activeElement;
      flushSync(() => moves.move(list, key, list, at));
      // A row that is put elsewhere in the document loses the focus.
      if (held instanceof HTMLElement && held !== document.activeElement && held.isConnected) held.focus();
      findRow(within.current, list, key)?.scrollIntoView({ block: "nearest" });
      announce(`Now ${tell(list, key)}`);
    },
    cross(list, key, to) {
      const there = flushSync(() => moves.move(list, key, to, keysOf(to).length));
      if (there === null) return refuse(to);
      focusRowTool(within.current, to, there, "cross");
      announce(`Moved. Now ${tell(to, there)}`);
    },
    drop(list, key, to, at) {
      const there = flushSync(() => moves.move(list, key, to, at));
      if (there === null) refuse(to);
      return there;
    },
    onKeyDown(event, list, key) {
      if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
      if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
        event.preventDefault();
        tools.step(list, key, event.key === "ArrowUp" ? -1 : 1);
      } else if (event.key === "Enter" && !event.altKey) {
        event.preventDefault();
        const next = keysOf(list)[keysOf(list).indexOf(key) + 1];
        // An empty row that waits is as good as a new one.
        if (next && textOf(list, next).trim() === "") focusRow(within.current, list, next);
        else tools.add(list, key);
      } else if (event.key === "Backspace" && isBlank(form.getValues(`${list}.rows.${rowName(key)}`))) {
        event.preventDefault();
        const at = keysOf(list).indexOf(key);
        flushSync(() => moves.remove(list, key));
        focusNear(list, Math.max(0, at - 1));
      }
    },
  };
  return tools;
}

function isBlank(fields: RowFields | undefined): boolean {
  return Object.values(fields ?? {}).every((text) => text === "");
}
