import type { ReactNode } from "react";
import { TextLink } from "@/components/ui/text-link";
import { RING_NAMES } from "@/lib/verdict/basis";
import { CLEAR_LEAD, FIGURES_WITHIN_DAYS, INTERCHANGEABLE } from "@/lib/verdict/decide";
import type { Ring } from "@/lib/verdict/types";

// What is true of the code: lib/verdict (who is picked), lib/rankings, lib/feedback, lib/changes.

const RINGS: { ring: Ring; means: string }[] = [
  { ring: "adopt", means: "Use it. Where it fits the job, we would not think twice." },
  { ring: "trial", means: "Good, and worth a real project, if that project can stand a surprise." },
  { ring: "assess", means: "Interesting. Read about it, try it, and do not build on it yet." },
  { ring: "hold", means: "Start nothing new with it. What runs on it may run on." },
];

const either = new Intl.ListFormat("en-GB", { type: "disjunction" });

/** "library or framework; tool, platform …". */
const groups = INTERCHANGEABLE.map((kinds) => either.format(kinds)).join("; ");

export type MethodologyPart = { id: string; title: string; body: ReactNode };

export const ratingParts: MethodologyPart[] = [
  {
    id: "ratings",
    title: "Four ratings",
    body: (
      <>
        <p>An editor rates a technology, or nobody does. There are four ratings, best first:</p>
        <dl className="space-y-3 border-line border-l-2 pl-5">
          {RINGS.map(({ ring, means }) => (
            <div key={ring} className="sm:grid sm:grid-cols-[6rem_minmax(0,1fr)] sm:gap-4">
              <dt className="font-semibold">{RING_NAMES[ring]}</dt>
              <dd>{means}</dd>
            </div>
          ))}
        </dl>
        <p>
          A rating is about starting something today. It is no grade for what a technology has done: plenty of
          what we hold runs the world.
        </p>
      </>
    ),
  },
  {
    id: "picks",
    title: "How a pick is made",
    body: (
      <>
        <p>
          Any two technologies on file compare. Where no editor has written about the two, the page says
          “Dynamic”, and the pick follows from what is on file, by these rules, in this order:
        </p>
        <ol className="list-decimal space-y-3 pl-6 marker:font-semibold marker:text-ice">
          <li>
            <strong className="font-semibold">Do they do the same job?</strong> They share a category, or one
            lists the other as related, and they are of a kind that can stand in for the other: the same kind,
            or one of a group ({groups}). If not, there is nothing to pick.
          </li>
          <li>
            <strong className="font-semibold">The better rating wins</strong>, where both are rated.
          </li>
          <li>
            <strong className="font-semibold">The same rating, or none on both sides:</strong> the one that is
            used more wins, if <TextLink href="#figures">the figures</TextLink> can be compared and one is at
            least {CLEAR_LEAD} times the other.
          </li>
          <li>
            <strong className="font-semibold">Otherwise we pick nothing</strong>, and say so.
          </li>
        </ol>
        <p>
          Who is named first changes nothing. Neither does the alphabet, nor who asks: the same two records
          make the same page.
        </p>
      </>
    ),
  },
  {
    id: "no-pick",
    title: "When there is no pick",
    body: (
      <ul className="list-disc space-y-3 pl-6 marker:text-ice">
        <li>
          <strong className="font-semibold">Too close to call:</strong> both have the same rating and use does
          not decide it. The page says when to choose which.
        </li>
        <li>
          <strong className="font-semibold">No pick yet:</strong> at least one is not rated, and use does not
          decide it. We would rather say that than guess.
        </li>
        <li>
          <strong className="font-semibold">Different jobs:</strong> a concept is no rival of a database. The
          page leads on to comparisons that make sense.
        </li>
      </ul>
    ),
  },
  {
    id: "curated",
    title: "What an editor writes",
    body: (
      <>
        <p>
          The pairs that matter most get a comparison of their own, marked “Curated”, with its author, its
          date and when it was last verified. There the editor’s pick stands, also against the ratings; then
          the page says that it does.
        </p>
        <p>What nobody wrote, no page says. An empty list is left out, not filled.</p>
      </>
    ),
  },
  {
    id: "figures",
    title: "Figures on use",
    body: (
      <>
        <p>
          We never claim that something is used more without the figure, its source and its month. Two figures
          are compared only if they are of the same unit, come from the same source, and were read within{" "}
          {FIGURES_WITHIN_DAYS} days of each other. Downloads against stars is no comparison.
        </p>
        <p>Use breaks ties and nothing else: no figure lifts a technology over one that we rate better.</p>
      </>
    ),
  },
];

export function changingParts({ contenders }: { contenders: number }): MethodologyPart[] {
  return [
    {
      id: "sources",
      title: "Sources and dates",
      body: (
        <p>
          A pro or a con can name its source, and says in which month we last checked it. One without a source
          is our own judgement. A page says when it was last updated, a curated one also when it was last
          verified.
        </p>
      ),
    },
    {
      id: "rankings",
      title: "How rankings come about",
      body: (
        <>
          <p>
            A ranking is what you would find if you read every comparison in a category. Everybody is put
            against everybody: an editor’s verdict where there is one, else the rules above. How often one is
            picked, less how often another is picked over it, decides its place. (That is{" "}
            <TextLink href="https://en.wikipedia.org/wiki/Copeland%27s_method">Copeland’s method</TextLink>.)
            Equal counts share a place; “different jobs” and “no pick yet” count for nobody.
          </p>
          <p>
            Of a category with more than {contenders} entries the {contenders} best rated take part. Nothing
            is weighted, and nobody is moved by hand.
          </p>
        </>
      ),
    },
    {
      id: "changing-our-mind",
      title: "Changing our mind",
      body: (
        <>
          <p>
            Ratings change, figures change, and sometimes we were wrong. Under every comparison you can{" "}
            <TextLink href="/feedback">disagree</TextLink>. An editor reads it. Where you convince us, we
            change the page, and the page says that it changed after a reader disagreed. Where you do not, you
            get a reason: whoever writes receives a private link that tells what came of it.
          </p>
          <p>
            When the verdict of a curated comparison changes, its page keeps the history: when, from what to
            what, and why. All of it is on <TextLink href="/changes">What changed</TextLink>, and in{" "}
            <TextLink href="/feed.xml">the feed</TextLink>. Votes are counted and shown. They pick nothing.
          </p>
        </>
      ),
    },
    {
      id: "machines",
      title: "For machines",
      body: (
        <p>
          Put <code className="rounded bg-ice-wash px-1.5 py-0.5 text-[0.9em]">.json</code> or{" "}
          <code className="rounded bg-ice-wash px-1.5 py-0.5 text-[0.9em]">.md</code> behind the address of
          any comparison or technology, and you get what the page says as data or as text. No key, no sign-up.{" "}
          <TextLink href="/llms.txt">llms.txt</TextLink> has the details.
        </p>
      ),
    },
  ];
}
