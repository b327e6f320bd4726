import { listMarkdownHeadings } from "@/components/ui/markdown-headings";
import type { ComparisonPage } from "@/lib/comparisons/types";
import { ANCHORS } from "./anchors";

export type ContentsEntry = { id: string; text: string; inCase?: boolean };

const LONG_FROM = 6;

/** What a long page holds from here on, in its order; empty where it is short enough to be looked over. */
export function listContents({ curated, verdict, left, right }: ComparisonPage): ContentsEntry[] {
  if (!curated) return [];
  const { shortAnswer, useLeftIf, useRightIf, alsoConsider, criteria, body, faq, sources } = curated;
  const headings = body ? listMarkdownHeadings(body).filter(({ level }) => level === 1) : [];
  const entries: (ContentsEntry | false)[] = [
    shortAnswer !== undefined && { id: ANCHORS.shortAnswer, text: "The short answer" },
    useLeftIf.length > 0 && { id: ANCHORS.useLeftIf, text: `Use ${left.name} if` },
    useRightIf.length > 0 && { id: ANCHORS.useRightIf, text: `Use ${right.name} if` },
    alsoConsider.length > 0 && { id: ANCHORS.alsoConsider, text: "Also consider" },
    criteria.length > 0 && { id: ANCHORS.criteria, text: "Quick comparison" },
    ...headings.map(({ id, text }) => ({ id, text, inCase: true })),
    faq.length > 0 && { id: ANCHORS.faq, text: "Questions and answers" },
    sources.length > 0 && { id: ANCHORS.sources, text: "Sources" },
    verdict.lines.length > 0 && { id: ANCHORS.verdict, text: "The Verdict" },
    { id: ANCHORS.bottomLine, text: "The Bottom Line" },
  ];
  const given = entries.filter((entry) => entry !== false);
  return given.length < LONG_FROM ? [] : given;
}

/** Beside the text on a wide screen, in sight all along; above it and folded on a narrow one. */
export function Contents({ entries }: { entries: ContentsEntry[] }) {
  return (
    <nav aria-labelledby="on-this-page" className="print:hidden lg:col-start-2 lg:row-start-1">
      <details className="contents-rail rounded-card border border-line bg-raised lg:sticky lg:top-6 lg:rounded-none lg:border-0 lg:bg-transparent">
        <summary
          id="on-this-page"
          className="cursor-pointer px-5 py-3 font-semibold text-ui lg:px-0 lg:pt-0 lg:text-small lg:text-soft"
        >
          On this page
        </summary>
        <ol className="border-line px-5 pb-4 text-ui lg:max-h-[80vh] lg:overflow-y-auto lg:border-l lg:px-0 lg:pb-0 lg:text-small">
          {entries.map(({ id, text, inCase }) => (
            <li key={id}>
              <a
                href={`#${id}`}
                className={`block py-1 text-soft hover:text-ice hover:underline lg:py-[0.3rem] ${inCase ? "pl-4 lg:pl-7" : "lg:pl-4"}`}
              >
                {text}
              </a>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
}
