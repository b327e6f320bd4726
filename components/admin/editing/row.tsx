"use client";

import { useSortable } from "@dnd-kit/sortable";
import { CSS } from "@dnd-kit/utilities";
import { type ComponentProps, type ComponentType, memo, useCallback } from "react";
import { buttonClass } from "@/components/ui/button";
import { rowName } from "@/lib/drafts/keyed-form";
import { useReadOnly } from "./editing-context";
import { rowId } from "./row-focus";
import type { RowList, RowProps, RowTools } from "./row-types";

type Props = {
  list: RowList;
  others: RowList[];
  rowKey: string;
  index: number;
  count: number;
  tools: RowTools;
  Fields: ComponentType<RowProps>;
};

/** A row's frame: its handle and its buttons. While rows are dragged it is rendered often, and what is in it never. */
export function SortableRow({ list, others, rowKey, index, count, tools, Fields }: Props) {
  const readOnly = useReadOnly();
  const row = useSortable({
    id: rowId(list.name, rowKey),
    data: { list: list.name, key: rowKey },
    disabled: readOnly,
  });
  const { transform, transition, isDragging, isOver, active } = row;
  const comesIn = isOver && active?.data.current?.list !== list.name;
  const name = `${list.one} ${index + 1}`;
  return (
    <li
      ref={row.setNodeRef}
      data-row={rowId(list.name, rowKey)}
      style={{ transform: CSS.Translate.toString(transform), transition }}
      className={`flex items-start gap-1.5 rounded-lg motion-reduce:transition-none! ${isDragging ? "relative z-10 bg-raised opacity-90 shadow-xl outline-2 outline-ice-line" : ""} ${comesIn ? "border-ice border-t-2 pt-2" : ""}`}
    >
      {!readOnly && (
        <button
          type="button"
          {...row.attributes}
          {...row.listeners}
          ref={row.setActivatorNodeRef}
          data-tool="drag"
          aria-label={`Move ${name}`}
          className="mt-1 grid h-8 w-6 shrink-0 cursor-grab touch-none place-items-center rounded text-soft hover:bg-ice-wash hover:text-ink"
        >
          <Grip />
        </button>
      )}
      <RowBody list={list} rowKey={rowKey} place={index + 1} tools={tools} Fields={Fields} />
      {!readOnly && (
        <RowButtons
          list={list}
          others={others}
          rowKey={rowKey}
          name={name}
          isFirst={index === 0}
          isLast={index === count - 1}
          tools={tools}
        />
      )}
    </li>
  );
}

type BodyProps = Pick<Props, "list" | "rowKey" | "tools" | "Fields"> & { place: number };

const RowBody = memo(function RowBody({ list, rowKey, place, tools, Fields }: BodyProps) {
  const onKeyDown: RowProps["onKeyDown"] = useCallback(
    (event) => tools.onKeyDown(event, list.name, rowKey),
    [tools, list.name, rowKey],
  );
  return (
    <div className="min-w-0 flex-1">
      <Fields
        list={list}
        name={`${list.name}.rows.${rowName(rowKey)}`}
        place={place}
        onKeyDown={onKeyDown}
        tools={tools}
        rowKey={rowKey}
      />
    </div>
  );
});

type ButtonsProps = {
  list: RowList;
  others: RowList[];
  rowKey: string;
  name: string;
  isFirst: boolean;
  isLast: boolean;
  tools: RowTools;
};

const RowButtons = memo(function RowButtons(props: ButtonsProps) {
  const { list, others, rowKey, name, isFirst, isLast, tools } = props;
  return (
    <div className="mt-0.5 grid shrink-0 grid-cols-2 sm:flex">
      <Tool
        label={`Move ${name} up`}
        off={isFirst}
        onClick={() => tools.step(list.name, rowKey, -1)}
        path="M8 13V3M3.5 7.5 8 3l4.5 4.5"
      />
      <Tool
        label={`Move ${name} down`}
        off={isLast}
        onClick={() => tools.step(list.name, rowKey, 1)}
        path="M8 3v10M3.5 8.5 8 13l4.5-4.5"
      />
      {others.map((other) => (
        <Tool
          key={other.name}
          label={`Move ${name} to ${other.title}`}
          data-tool="cross"
          onClick={() => tools.cross(list.name, rowKey, other.name)}
          path="M4 2v12M1.5 11.5 4 14l2.5-2.5M12 14V2M9.5 4.5 12 2l2.5 2.5"
        />
      ))}
      <Tool
        label={`Remove ${name}`}
        onClick={() => tools.remove(list.name, rowKey)}
        path="m4 4 8 8M12 4l-8 8"
      />
    </div>
  );
});

/** `off`: nothing to do, and the focus stays all the same. */
function Tool({ label, off = false, path, onClick, ...rest }: ToolProps) {
  return (
    <button
      {...rest}
      type="button"
      aria-label={label}
      title={label}
      aria-disabled={off || undefined}
      onClick={(event) => !off && onClick?.(event)}
      className={`${buttonClass("bare", "small")} size-8 px-0! aria-disabled:opacity-30!`}
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
    </button>
  );
}

type ToolProps = ComponentProps<"button"> & { label: string; off?: boolean; path: string };

function Grip() {
  return (
    <svg aria-hidden="true" viewBox="0 0 10 16" className="h-4 w-2.5" fill="currentColor">
      {[3, 8, 13].map((y) => [2.5, 7.5].map((x) => <circle key={`${x} ${y}`} cx={x} cy={y} r="1.25" />))}
    </svg>
  );
}
