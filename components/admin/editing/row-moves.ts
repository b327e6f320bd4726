import type { UseFormReturn } from "react-hook-form";
import { rowName } from "@/lib/drafts/keyed-form";
import { MOST_ROWS, randomKey } from "@/lib/form-fields";
import type { RowFields } from "./row-types";

/** What can be done with the rows of a form's lists. Every change of a list goes through here. */
export type RowMoves = {
  keysOf(list: string): string[];
  /** The key of the new row; null when the list is full. */
  add(list: string, at: number, fields: RowFields): string | null;
  /** What brings the row back to where it was, as it was. */
  remove(list: string, key: string): () => void;
  /** `at` counts the other rows of `to`. The row's key there; null when that list is full. */
  move(list: string, key: string, to: string, at: number): string | null;
};

export function rowMoves({ getValues, setValue, clearErrors }: UseFormReturn): RowMoves {
  const keysOf = (list: string): string[] => getValues(`${list}.order`) ?? [];
  const place = (list: string, order: string[]) => {
    setValue(`${list}.order`, order);
    // "has more than 30 entries" may be true no longer.
    clearErrors(`${list}.order`);
  };
  const without = (list: string, key: string) => keysOf(list).filter((other) => other !== key);

  return {
    keysOf,
    add(list, at, fields) {
      if (keysOf(list).length >= MOST_ROWS) return null;
      const key = randomKey();
      setValue(`${list}.rows.${rowName(key)}`, fields);
      place(list, keysOf(list).toSpliced(at, 0, key));
      return key;
    },
    remove(list, key) {
      const at = keysOf(list).indexOf(key);
      place(list, without(list, key));
      return () => {
        if (!keysOf(list).includes(key)) place(list, keysOf(list).toSpliced(at, 0, key));
      };
    },
    move(list, key, to, at) {
      if (to === list) {
        place(list, without(list, key).toSpliced(at, 0, key));
        return key;
      }
      if (keysOf(to).length >= MOST_ROWS) return null;
      // Rows of two lists that say the same may have one key.
      const there = keysOf(to).includes(key) ? randomKey() : key;
      setValue(`${to}.rows.${rowName(there)}`, { ...getValues(`${list}.rows.${rowName(key)}`) });
      place(list, without(list, key));
      place(to, keysOf(to).toSpliced(at, 0, there));
      return there;
    },
  };
}
