"use client";

import { type ReactNode, type RefObject, useCallback } from "react";
import { StandingTag } from "@/components/admin/standing-tag";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import type { ItemType } from "@/lib/drafts/types";
import type { PreviewLinkView } from "@/lib/previews/types";
import type { EditorData } from "./editor-data";
import { ItemMenu } from "./item-menu";
import { ProblemCount } from "./problem-count";
import { ReasonDialog } from "./reason-dialog";
import { SaveStatus } from "./save-status";
import type { EditingSession } from "./session";
import { useSessionValue } from "./use-editing-session";
import type { usePublishing } from "./use-publishing";

type Props<T extends ItemType> = {
  session: EditingSession<T>;
  type: T;
  id: string;
  title: ReactNode;
  may: EditorData<T>["may"];
  previews: PreviewLinkView[];
  publishing: ReturnType<typeof usePublishing<T>>;
  fields: RefObject<HTMLElement | null>;
  toClashes: () => void;
};

/** How the item stands, whether it is saved, who else is here, and what can be done with all of it. Always in sight. */
export function PublishBar<T extends ItemType>(props: Props<T>) {
  const { session, type, id, title, may, previews, publishing, fields, toClashes } = props;
  const { status, kept, busy, clashes, others, live, hasDraft } = useSessionValue(session, (all) => all);
  const { publish, published, reasonAsked, giveUpReason } = publishing;
  const bar = useBarHeight();
  return (
    <div
      ref={bar}
      className="sticky top-0 z-20 -mx-4 border-line border-b bg-paper/95 px-4 py-2.5 backdrop-blur-sm md:-mx-6 md:px-6"
    >
      <div className="flex items-center justify-between gap-4">
        {title}
        <div className="flex shrink-0 items-center gap-2">
          {may.publish && (
            <Button
              variant="primary"
              busy={busy === "publish"}
              aria-keyshortcuts="Control+Enter Meta+Enter"
              onClick={() => void publish()}
            >
              Publish
            </Button>
          )}
          <ItemMenu {...{ session, type, id, may, previews }} />
        </div>
      </div>
      <div className="mt-1.5 flex flex-wrap items-center gap-x-4 gap-y-1">
        <StandingTag standing={{ published: live?.state ?? null, hasDraft }} />
        {may.write && (
          <SaveStatus status={status} kept={kept} hasDraft={hasDraft} isPublished={live?.state === "live"} />
        )}
        {may.write && !may.publish && hasDraft && (
          <p className="text-soft text-sm">An editor can publish it.</p>
        )}
        <Presence others={others} />
        {clashes.length > 0 && (
          <p className="text-bad text-sm">
            Before publishing, choose what to keep.{" "}
            <Button size="small" onClick={toClashes}>
              Go to the {clashes.length === 1 ? "two versions" : "first"}
            </Button>
          </p>
        )}
        <ProblemCount within={fields} />
      </div>
      {published && !hasDraft && status.kind === "saved" && (
        <div className="mt-2">
          <Notice tone="good">
            Published. {published.path && <TextLink href={published.path}>See it on the site</TextLink>}
          </Notice>
        </div>
      )}
      <ReasonDialog
        asked={reasonAsked}
        busy={busy === "publish"}
        onGive={(reason) => void publish(reason)}
        onGiveUp={giveUpReason}
      />
    </div>
  );
}

/** What is scrolled into sight comes to lie below the bar; what sticks below it asks for `--bar`. */
function useBarHeight() {
  return useCallback((bar: HTMLDivElement) => {
    const page = document.documentElement;
    const observer = new ResizeObserver(() => {
      page.style.setProperty("--bar", `${bar.offsetHeight}px`);
      page.style.scrollPaddingTop = `${bar.offsetHeight + 16}px`;
    });
    observer.observe(bar);
    return () => observer.disconnect();
  }, []);
}

function Presence({ others }: { others: string[] }) {
  return (
    <p role="status" className="text-sm">
      {others.length > 0 && (
        <span className="inline-flex items-center gap-1.5 text-ice">
          <span aria-hidden="true" className="size-2 rounded-full bg-ice" />
          {presenceText(others)}
        </span>
      )}
    </p>
  );
}

function presenceText(others: string[]): string {
  const names = new Intl.ListFormat("en-GB").format(others);
  const own = others.length === 1 && others[0]?.startsWith("You,");
  if (own) return "You have this open in another tab too";
  return `${names} ${others.length === 1 ? "is" : "are"} editing too`;
}
