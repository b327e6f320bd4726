import type { ReactNode } from "react";
import { TextLink } from "@/components/ui/text-link";
import { inAddressOrder, pairPath } from "@/lib/pair/pair";
import type { SearchView } from "@/lib/search/page";
import { isByName, isCalledSo } from "@/lib/search/rank";
import type { Side } from "@/lib/search/types";
import { AskForIt } from "./ask-for-it";
import { CategoryHits, ComparisonHits, SideChoices, TechnologyHits } from "./hits";

type Found = Extract<SearchView, { kind: "found" }>;
type Sides = Extract<SearchView, { kind: "sides" }>;
type Several = Extract<SearchView, { kind: "several" }>;

/** `asked`: the reader has just asked for it. */
export function FoundScreen({ view, asked }: { view: Found; asked: boolean }) {
  const { text, hits, nearest, comparisons, categories, leaders } = view;
  const called = hits.filter(isCalledSo);
  const others = hits.filter((hit) => !isCalledSo(hit));
  const nothing = hits.length === 0 && comparisons.length === 0 && !categories.sure;
  const isCategory = categories.sure && !isByName(hits);
  const categoryPart = categories.categories.length > 0 && (
    <Part title="Categories">
      <CategoryHits categories={categories.categories} leaders={leaders} />
    </Part>
  );
  const isGuess = hits[0]?.reason === "slip";
  return (
    <>
      {nothing && <p className="text-lg">We have nothing called “{text}” on file.</p>}
      {isGuess && <p className="text-lg">Nothing is called “{text}”. This is what may be meant.</p>}
      {isCategory && categoryPart}
      {called.length > 0 && (
        <Part title="On file">
          <TechnologyHits hits={called} />
        </Part>
      )}
      {comparisons.length > 0 && (
        <Part title="Comparisons">
          <ComparisonHits hits={comparisons} />
        </Part>
      )}
      {others.length > 0 && (
        <Part title={called.length > 0 ? "More technologies" : "Technologies"}>
          <TechnologyHits hits={others} />
        </Part>
      )}
      {nearest.length > 0 && (
        <Part title="What comes nearest">
          <TechnologyHits hits={nearest} />
        </Part>
      )}
      {!isCategory && categoryPart}
      {called.length === 0 && !asked && !categories.sure && <AskForIt text={text} />}
      {nothing && <WaysOn />}
    </>
  );
}

/** A question about two, of which one at least is not known for sure: the others lead from here. */
export function SidesScreen({ view, asked }: { view: Sides; asked: boolean }) {
  const { left, right } = view;
  return (
    <>
      {left.meant && right.meant && (
        <p className="text-lg">
          <TextLink href={pairPath(inAddressOrder({ left: left.meant.slug, right: right.meant.slug }))}>
            {left.meant.name} vs {right.meant.name}
          </TextLink>
        </p>
      )}
      <SidePart side={left} other={right} asked={asked} />
      <SidePart side={right} other={left} asked={asked} />
      <WaysOn />
    </>
  );
}

/** Three things or four: each two of them, and each alone. */
export function SeveralScreen({ view: { hits } }: { view: Several }) {
  const pairs = hits.flatMap((left, index) => hits.slice(index + 1).map((right) => ({ left, right })));
  return (
    <>
      <Part title="Two at a time">
        <ul className="space-y-2 text-lg">
          {pairs.map(({ left, right }) => (
            <li key={`${left.slug} ${right.slug}`}>
              <TextLink href={pairPath(inAddressOrder({ left: left.slug, right: right.slug }))}>
                {left.name} vs {right.name}
              </TextLink>
            </li>
          ))}
        </ul>
      </Part>
      <Part title="Technologies">
        <TechnologyHits hits={hits} />
      </Part>
    </>
  );
}

function SidePart({ side, other, asked }: { side: Side; other: Side; asked: boolean }) {
  const { text, meant, nearest } = side;
  if (meant) {
    if (other.meant) return null;
    return (
      <Part title="On file">
        <TechnologyHits hits={[meant]} />
      </Part>
    );
  }
  return (
    <Part title={`We have nothing called “${text}” on file`}>
      {nearest.length > 0 && (
        <>
          <p className="mb-3 text-soft">Did you mean one of these?</p>
          <SideChoices choices={nearest} other={other.meant} />
        </>
      )}
      {!asked && (
        <div className="mt-6">
          <AskForIt text={text} />
        </div>
      )}
    </Part>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-4 text-heading">{title}</h2>
      {children}
    </section>
  );
}

/** No search ends here. */
export function WaysOn() {
  return (
    <p className="text-lg text-soft">
      Or go on with <TextLink href="/technologies">everything on file</TextLink>, or{" "}
      <TextLink href="/compare">name any two</TextLink>.
    </p>
  );
}
