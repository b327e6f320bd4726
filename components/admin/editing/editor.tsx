"use client";

import { type ReactNode, useCallback, useMemo, useRef } from "react";
import { FormProvider } from "react-hook-form";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import type { FormOf, ItemType } from "@/lib/drafts/types";
import { ClashPanel } from "./clash-panel";
import { EditingProvider } from "./editing-context";
import type { EditorData } from "./editor-data";
import { PublishBar } from "./publish-bar";
import type { News } from "./session-types";
import { Stranded } from "./stranded";
import { Title } from "./title";
import { type Opened, useEditingSession, useSessionForm, useSessionValue } from "./use-editing-session";
import { usePublishing } from "./use-publishing";
import { useShortcuts } from "./use-shortcuts";
import { WriteAndSee } from "./write-and-see";

export type EditorProps<T extends ItemType> = EditorData<T> & {
  type: T;
  /** What a new item begins with, if not with empty fields. It counts as typed, and is saved. */
  initial?: FormOf[T];
  /**
   * The fields, on a react-hook-form of `KeyedForm<FormOf[T]>` that `useFormContext` gives; and what they make,
   * which can read them with `useTypedForm`.
   */
  fields: ReactNode;
  preview?: ReactNode;
  /** What the page is about, from the form: its title. */
  titleOf: (form: FormOf[T]) => string;
};

/** Where one item is written: saved as it is typed, merged with what others write, published when it is ready. */
export function Editor<T extends ItemType>(props: EditorProps<T>) {
  const { type, state, initial, actor, may } = props;
  const toast = useToast();
  const onNews = useCallback(
    ({ text, tone, undo }: News) =>
      toast({ text, ...(tone && { tone }), ...(undo && { action: { label: "Undo", onPress: undo } }) }),
    [toast],
  );
  const opened = useEditingSession<T>({
    ...{ type, state, actor, onNews, mayWrite: may.write },
    ...(initial && { initial }),
  });
  // The fields begin with what this browser may have kept, of which the server knows nothing.
  return opened ? <OpenEditor {...props} opened={opened} /> : <Opening {...props} />;
}

function Opening<T extends ItemType>({ type, state, titleOf }: EditorProps<T>) {
  const item = state?.draft ?? state?.live;
  return (
    <div aria-busy="true">
      <h1 className="font-bold text-2xl tracking-tight">{(item && titleOf(item.form)) || `New ${type}`}</h1>
      <noscript>Writing needs JavaScript.</noscript>
    </div>
  );
}

function OpenEditor<T extends ItemType>(props: EditorProps<T> & { opened: Opened<T> }) {
  const { opened, type, actor, may, previews, titleOf } = props;
  const { session, id, stranded } = opened;
  const form = useSessionForm(session);
  const fields = useRef<HTMLDivElement>(null);
  const live = useSessionValue(session, (snapshot) => snapshot.live);
  const { announce, region } = useAnnouncer();
  const context = useMemo(() => ({ readOnly: !may.write, live, announce }), [may.write, live, announce]);
  const toClashes = () => document.getElementById("clashes")?.focus();
  const publishing = usePublishing({ session, form, fields, toClashes });
  useShortcuts({ save: session.save, ...(may.publish && { publish: publishing.publish }) });
  return (
    <FormProvider {...form}>
      <EditingProvider value={context}>
        <p ref={region} role="status" className="sr-only" />
        <PublishBar
          {...{ session, type, id, may, previews, publishing, fields, toClashes }}
          title={<Title type={type} titleOf={titleOf} />}
        />
        <div className="mt-5 space-y-5">
          {!may.write && (
            <Notice title="You can read this, and not change it">
              Somebody else began this draft. Editors may go on with it.
            </Notice>
          )}
          {session.hasRecovered && (
            <Notice tone="good" title="We brought back what was not saved">
              It was kept in this browser, and is saved now like everything you type.
            </Notice>
          )}
          <Stranded type={type} copies={stranded} userId={actor.id} titleOf={titleOf} />
          <ClashPanel type={type} session={session} fields={fields} />
          <WriteAndSee fieldsRef={fields} fields={props.fields} preview={props.preview} />
        </div>
      </EditingProvider>
    </FormProvider>
  );
}

/** Says things to screen readers: the same thing twice as well. */
function useAnnouncer() {
  const region = useRef<HTMLParagraphElement>(null);
  const announce = useCallback((text: string) => {
    if (!region.current) return;
    region.current.textContent = "";
    setTimeout(() => region.current?.append(text), 50);
  }, []);
  return { region, announce };
}
