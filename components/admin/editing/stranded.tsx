"use client";

import { useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { LocalCopy } from "@/lib/drafts/sync";
import type { FormOf, ItemType } from "@/lib/drafts/types";
import { newItemPath } from "./item-address";
import { forgetStranded } from "./kept-copies";

type Props<T extends ItemType> = {
  type: T;
  copies: LocalCopy<FormOf[T]>[];
  userId: string;
  titleOf: (form: FormOf[T]) => string;
};

/** What was begun in this browser before and never reached the server. */
export function Stranded<T extends ItemType>({ type, copies, userId, titleOf }: Props<T>) {
  const [left, setLeft] = useState(copies);
  return left.map(({ itemId, values }) => (
    <Notice
      key={itemId}
      title={`You began another ${type} here: ${titleOf(values).trim() || "without a name"}`}
      action={
        <>
          <ButtonLink size="small" href={newItemPath(type, itemId)}>
            Go on with it
          </ButtonLink>
          <Button
            size="small"
            variant="bare"
            onClick={() => {
              forgetStranded(itemId, userId, window.localStorage);
              setLeft(left.filter((copy) => copy.itemId !== itemId));
            }}
          >
            Throw it away
          </Button>
        </>
      }
    >
      It was never saved. This browser alone has it.
    </Notice>
  ));
}
