"use client";

import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { flushSync } from "react-dom";
import { type FieldValues, type UseFormReturn, useForm } from "react-hook-form";
import { send } from "@/components/forms/send";
import { fromKeyedForm, type KeyedForm, listSteps, toKeyedForm } from "@/lib/drafts/keyed-form";
import { newId } from "@/lib/drafts/new-id";
import type { LocalCopy } from "@/lib/drafts/sync";
import type { FormOf, ItemState, ItemType } from "@/lib/drafts/types";
import { keepFocus } from "./caret";
import { newItemId, showAddress } from "./item-address";
import { keptCopies, listStranded } from "./kept-copies";
import { EditingSession } from "./session";
import type { News } from "./session-types";

const PRESENCE_EVERY_MS = 10_000;

export type SessionOptions<T extends ItemType> = {
  type: T;
  /** The item as it was read; null for a new one, which gets its id here. */
  state: ItemState<FormOf[T]> | null;
  /** What a new item begins with, if not with empty fields. It counts as typed, and is saved. */
  initial?: FormOf[T];
  actor: { id: string; name: string };
  mayWrite: boolean;
  onNews: (news: News) => void;
};

export type Opened<T extends ItemType> = {
  session: EditingSession<T>;
  id: string;
  /** Other items of the type that this browser knows of and the server perhaps does not. */
  stranded: LocalCopy<FormOf[T]>[];
};

/** Begins in the browser alone, for the browser knows what it has kept: null until then. */
export function useEditingSession<T extends ItemType>(options: SessionOptions<T>): Opened<T> | null {
  const [opened, setOpened] = useState<Opened<T> | null>(null);
  const given = useRef(options);
  given.current = options;
  useEffect(() => {
    const { type, state, initial, actor, mayWrite } = given.current;
    const { id, isFresh } = state ? { id: state.id, isFresh: false } : newItemId();
    const tab = newId();
    const storage = findStorage();
    const copies = keptCopies(type, { itemId: id, userId: actor.id, tab }, storage);
    const session = new EditingSession<T>({
      ...{ type, initial, tab, mayWrite, copies, send, name: actor.name },
      item: state ?? { id, type, live: null, draft: null },
      onNews: (news) => given.current.onNews(news),
      onPlace: (isOnServer) => showAddress(type, id, isOnServer),
    });
    setOpened({ session, id, stranded: isFresh ? listStranded(type, actor.id, storage) : [] });
    return () => session.end();
  }, []);
  return opened;
}

/** The fields of a session's form, kept in step with it for as long as they are on the page. */
export function useSessionForm<T extends ItemType>(session: EditingSession<T>): UseFormReturn {
  const form = useForm<FieldValues>({ defaultValues: toKeyedForm(session.values) });
  useEffect(() => {
    const { getValues, setValue, subscribe, getFieldState, clearErrors } = form;
    const typed = () => getValues() as KeyedForm<FormOf[T]>;
    session.begin({
      read: () => fromKeyedForm(typed()),
      write: (values) => {
        const steps = listSteps(typed(), toKeyedForm(values));
        if (steps.length === 0) return;
        keepFocus(() =>
          flushSync(() => {
            for (const { name, value } of steps) setValue(name, value);
          }),
        );
      },
    });
    return subscribe({
      formState: { values: true },
      callback: ({ name }) => {
        session.fieldsChanged();
        if (name && getFieldState(name).error) clearErrors(name);
      },
    });
  }, [form, session]);
  usePageLife(session);
  return form;
}

/** What the page goes through, told to the session: looked at, left, without a network, gone. */
function usePageLife<T extends ItemType>(session: EditingSession<T>): void {
  useEffect(() => {
    const seen = () => document.visibilityState === "visible";
    const presence = setInterval(() => seen() && void session.announce(), PRESENCE_EVERY_MS);
    const stop = new AbortController();
    const on = (target: EventTarget, type: string, listener: (event: Event) => void) =>
      target.addEventListener(type, listener, { signal: stop.signal });
    on(window, "online", session.hope);
    on(window, "focus", session.hope);
    on(window, "pageshow", (event) => (event as PageTransitionEvent).persisted && session.hope());
    on(document, "visibilitychange", () => (seen() ? session.hope() : session.hide()));
    on(window, "pagehide", session.leave);
    on(window, "beforeunload", (event) => session.isUnsaved() && event.preventDefault());
    return () => {
      clearInterval(presence);
      stop.abort();
    };
  }, [session]);
}

/** One thing about a session, rendered anew when it changes. */
export function useSessionValue<T extends ItemType, V>(
  session: EditingSession<T>,
  pick: (snapshot: ReturnType<EditingSession<T>["snapshot"]>) => V,
): V {
  const get = () => pick(session.snapshot());
  return useSyncExternalStore(session.subscribe, get, get);
}

/** A browser may forbid it, and throws then. */
export function findStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
