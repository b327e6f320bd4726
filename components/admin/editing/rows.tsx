"use client";

import { DndContext, useDroppable } from "@dnd-kit/core";
import { SortableContext, verticalListSortingStrategy } from "@dnd-kit/sortable";
import { type ComponentType, useId, useMemo, useRef } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { MOST_ROWS } from "@/lib/form-fields";
import { useAnnounce, useReadOnly } from "./editing-context";
import { useFieldError } from "./fields";
import { SortableRow } from "./row";
import { rowId } from "./row-focus";
import { rowMoves } from "./row-moves";
import { rowTools } from "./row-tools";
import type { RowFields, RowList, RowProps, RowTools } from "./row-types";
import { useRowDragging } from "./use-row-dragging";

type Props = {
  /** Rows can be moved from any of these lists to any other. */
  lists: RowList[];
  /** A new row's fields. */
  blank: RowFields;
  /** The field that a row is called by. */
  naming: string;
  /** A row's fields. A component of its own, so that only rows that changed are rendered. */
  Fields: ComponentType<RowProps>;
  className?: string;
};

/** Lists of rows: add, edit in place, take away and take back, and put in order by drag, by keyboard or by buttons. */
export function Rows({ lists, blank, naming, Fields, className = "space-y-8" }: Props) {
  const form = useFormContext();
  const within = useRef<HTMLDivElement>(null);
  const toast = useToast();
  const announce = useAnnounce();
  const tools = useMemo(
    () => rowTools({ form, moves: rowMoves(form), within, lists, blank, naming, toast, announce }),
    [form, lists, blank, naming, toast, announce],
  );
  const dragging = useRowDragging({ lists, tools, within });
  return (
    <DndContext id={useId()} {...dragging}>
      <div ref={within} className={className}>
        {lists.map((list) => (
          <OneList
            key={list.name}
            list={list}
            others={lists.filter(({ name }) => name !== list.name)}
            tools={tools}
            Fields={Fields}
          />
        ))}
      </div>
    </DndContext>
  );
}

type OneListProps = { list: RowList; others: RowList[]; tools: RowTools; Fields: ComponentType<RowProps> };

function OneList({ list, others, tools, Fields }: OneListProps) {
  const { control } = useFormContext();
  const readOnly = useReadOnly();
  const keys: string[] = useWatch({ control, name: `${list.name}.order`, exact: true }) ?? [];
  const error = useFieldError(`${list.name}.order`);
  const { setNodeRef, isOver } = useDroppable({
    id: `list:${list.name}`,
    data: { list: list.name },
    disabled: keys.length > 0,
  });
  const full = keys.length >= MOST_ROWS;
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 flex items-baseline gap-2 font-medium">
        {list.title}{" "}
        {keys.length > 0 && <span className="text-soft text-sm tabular-nums">{keys.length}</span>}
      </legend>
      {list.hint && <p className="mb-2 text-soft text-sm">{list.hint}</p>}
      {error && (
        <p role="alert" data-invalid tabIndex={-1} className="mb-2 text-bad text-sm">
          <span aria-hidden="true">▲ </span>
          {list.title} {error}
        </p>
      )}
      <SortableContext
        items={keys.map((key) => rowId(list.name, key))}
        strategy={verticalListSortingStrategy}
      >
        <ol
          ref={setNodeRef}
          className={`space-y-2.5 empty:min-h-10 empty:rounded-lg empty:border empty:border-line empty:border-dashed ${isOver ? "bg-ice-wash" : ""}`}
        >
          {keys.map((key, index) => (
            <SortableRow
              key={key}
              list={list}
              others={others}
              rowKey={key}
              index={index}
              count={keys.length}
              tools={tools}
              Fields={Fields}
            />
          ))}
        </ol>
      </SortableContext>
      {!readOnly && (
        <Button
          size="small"
          className="mt-2.5"
          data-add={list.name}
          aria-disabled={full || undefined}
          onClick={() => !full && tools.add(list.name)}
        >
          Add a {list.one}
        </Button>
      )}
      {full && <p className="mt-1.5 text-soft text-sm">There is no room for more than {MOST_ROWS}.</p>}
    </fieldset>
  );
}
