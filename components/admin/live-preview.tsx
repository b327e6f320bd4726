"use client";

import { memo, useDeferredValue, useMemo, useState } from "react";
import { ComparisonView } from "@/components/comparison/comparison-view";
import { TechnologyView } from "@/components/technology/technology-view";
import { Button } from "@/components/ui/button";
import type { ComparisonForm } from "@/lib/comparisons/form";
import { inAddressOrder } from "@/lib/pair/pair";
import { comparisonPreview, type PreviewContext, technologyPreview } from "@/lib/previews/build";
import { emptyTechnologyForm, type TechnologyForm } from "@/lib/technologies/form";
import type { NamedPair } from "@/lib/verdict/types";
import { slugAsWords } from "@/lib/verdict/words";
import { PreviewBoundary } from "./preview-boundary";
import { PreviewFrame } from "./preview-frame";
import { useTechnologies } from "./technology-lookup";
import { TechnologyPicker } from "./technology-picker";
import { type Asked, isFailed, useTechnologyRecords } from "./technology-records";

type Common = {
  categories: { slug: string; name: string }[];
  /** The address that pages ask to write to. */
  contact?: string;
};

type TechnologyProps = Common & {
  form: TechnologyForm;
  /** The slug that readers know it by, once it is published. */
  liveSlug?: string;
};

type ComparisonProps = Common & { form: ComparisonForm };

type Props = ({ type: "technology" } & TechnologyProps) | ({ type: "comparison" } & ComparisonProps);

/**
 * The page that is being written, as readers would have it. It follows what is typed, and typing never waits for it.
 * It fills its parent, which must have a height.
 */
export function LivePreview(props: Props) {
  return props.type === "technology" ? <TechnologyPreview {...props} /> : <ComparisonPreview {...props} />;
}

function TechnologyPreview({ form, categories, contact, liveSlug = "" }: TechnologyProps) {
  const typed = useDeferredValue(form);
  const [against, setAgainst] = useState("");
  const { records, retry } = useTechnologyRecords(against === "" ? [] : [against, liveSlug]);
  const other = onFile(records.get(against));
  const context = useContextOf([...typed.related, ...(other?.form.related ?? [])], categories);
  const own = onFile(records.get(liveSlug))?.nearest;
  const nearest = useMemo(() => [...(own ?? []), ...(other?.nearest ?? [])], [own, other]);
  return (
    <div className="flex h-full min-h-0 flex-col gap-3">
      <TechnologyPicker
        label="As it would read against"
        hint="Leave it empty to see its own page."
        value={against}
        onChange={setAgainst}
      />
      <Fetching slugs={against === "" ? [] : [against]} records={records} onRetry={retry} />
      <div className="min-h-0 flex-1">
        <PreviewFrame title="Preview">
          <PreviewBoundary of={typed}>
            {other ? (
              <PairPage
                own={typed}
                other={other.form}
                nearest={nearest}
                context={context}
                contact={contact}
              />
            ) : (
              <TechnologyPage form={typed} context={context} />
            )}
          </PreviewBoundary>
        </PreviewFrame>
      </div>
    </div>
  );
}

function ComparisonPreview({ form, categories, contact }: ComparisonProps) {
  const typed = useDeferredValue(form);
  const sides = [typed.left.trim(), typed.right.trim()];
  const chosen = sides.every((slug) => slug !== "");
  const { records, retry } = useTechnologyRecords(chosen ? sides : []);
  const [left, right] = sides.map((slug) => records.get(slug));
  const [leftForm, rightForm] = [useFormOf(typed.left.trim(), left), useFormOf(typed.right.trim(), right)];
  const also = typed.alsoConsider.map(({ slug }) => slug.trim());
  const context = useContextOf([...leftForm.related, ...rightForm.related, ...also], categories);
  const nearest = useMemo(
    () => [left, right].flatMap((asked) => onFile(asked)?.nearest ?? []),
    [left, right],
  );
  if (!chosen) return <p className="text-soft">Choose both sides, and their page stands here.</p>;
  return (
    <div className="flex h-full min-h-0 flex-col gap-3">
      <Fetching slugs={sides} records={records} onRetry={retry} />
      <div className="min-h-0 flex-1">
        <PreviewFrame title="Preview">
          <PreviewBoundary of={typed}>
            {left && right && (
              <WrittenPage
                form={typed}
                left={leftForm}
                right={rightForm}
                nearest={nearest}
                context={context}
                contact={contact}
              />
            )}
          </PreviewBoundary>
        </PreviewFrame>
      </div>
    </div>
  );
}

type Shown = { context: PreviewContext; nearest: NamedPair[]; contact: string | undefined };

// What a keystroke has not changed is not drawn again.

const TechnologyPage = memo(function TechnologyPage(props: {
  form: TechnologyForm;
  context: PreviewContext;
}) {
  return <TechnologyView technology={technologyPreview(props.form, props.context)} />;
});

const PairPage = memo(function PairPage(props: Shown & { own: TechnologyForm; other: TechnologyForm }) {
  const { own, other, nearest, context, contact } = props;
  const order = inAddressOrder({ left: own.slug.trim(), right: other.slug });
  const [left, right] = order.left === other.slug ? [other, own] : [own, other];
  const page = comparisonPreview({ ...context, left, right, nearest });
  return <ComparisonView page={page} contact={contact} />;
});

const WrittenPage = memo(function WrittenPage(
  props: Shown & { form: ComparisonForm; left: TechnologyForm; right: TechnologyForm },
) {
  const { form, left, right, nearest, context, contact } = props;
  const page = comparisonPreview({ ...context, left, right, comparison: form, nearest });
  return <ComparisonView page={page} contact={contact} />;
});

function Fetching(props: { slugs: string[]; records: ReadonlyMap<string, Asked>; onRetry: () => void }) {
  const { slugs, records, onRetry } = props;
  const failed = slugs.map((slug) => records.get(slug)).find(isFailed);
  const missing = slugs.filter((slug) => records.get(slug) === "missing");
  const said = failed
    ? failed.failed
    : missing.length > 0
      ? `Not on file: ${missing.join(", ")}.`
      : slugs.some((slug) => !records.has(slug))
        ? "Fetching what is on file…"
        : "";
  return (
    <div className={said === "" ? "" : "flex flex-wrap items-center gap-3 text-sm"}>
      <p role="status">{said}</p>
      {failed && (
        <Button size="small" onClick={onRetry}>
          Try again
        </Button>
      )}
    </div>
  );
}

function onFile(asked: Asked | undefined) {
  return asked === undefined || asked === "missing" || isFailed(asked) ? undefined : asked;
}

/** A side that is not on file is shown by its name, so that the rest of the page can be read. */
function useFormOf(slug: string, asked: Asked | undefined): TechnologyForm {
  return useMemo(
    () => onFile(asked)?.form ?? { ...emptyTechnologyForm(), slug, name: slugAsWords(slug) },
    [slug, asked],
  );
}

/** What a preview takes from the catalogue beside the forms; the same object for as long as nothing in it changes. */
function useContextOf(related: string[], categories: Common["categories"]): PreviewContext {
  const found = useTechnologies(related);
  const [now] = useState(() => new Date().toISOString());
  return useMemo(() => {
    const live = [...found].flatMap(([asked, choice]) =>
      choice?.status === "live" ? [[asked, { slug: choice.slug, name: choice.name }] as const] : [],
    );
    return {
      names: new Map(live),
      categories: new Map(categories.map(({ slug, name }) => [slug, name])),
      now,
    };
  }, [found, categories, now]);
}
