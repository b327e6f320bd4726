import { OutcomeWords } from "@/components/comparison/outcome-words";
import { Place } from "@/components/ranking/place";
import { TechnologyRow } from "@/components/technology/row";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Empty } from "@/components/ui/empty";
import { Heading } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/text-link";
import type { CategoryPage, WrittenEntry } from "@/lib/categories/types";
import { pairPath } from "@/lib/pair/pair";
import { browsePath, countWords, MOST_PAGES } from "@/lib/technologies/browse";
import { kindWords } from "./kind-names";
import { ListHead } from "./list-head";
import { Pages } from "./pages";

/** A category: what it is about, what we pick in it, what our editors wrote, and all that is in it. */
export function CategoryView({ category }: { category: CategoryPage }) {
  const { slug, name, description, list, written } = category;
  const isFirstPage = list.page === 1;
  return (
    <article className="space-y-part">
      <div className="space-y-6">
        <Breadcrumbs
          steps={[{ name: "Home", href: "/" }, { name: "Categories", href: "/categories" }, { name }]}
        />
        <ListHead title={name}>
          {isFirstPage && description && <p className="whitespace-pre-line">{description}</p>}
        </ListHead>
      </div>
      {isFirstPage && <OurPicks category={category} />}
      {isFirstPage && written.length > 0 && (
        <section aria-labelledby="written">
          <Heading level={2} id="written" className="mb-2">
            Written by our editors
          </Heading>
          <ul className="grid gap-x-12 md:grid-cols-2">
            {written.map((entry) => (
              <WrittenRow key={`${entry.left} ${entry.right}`} entry={entry} />
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="all" className="space-y-5">
        <Heading level={2} id="all">
          {isFirstPage ? `All of ${name}` : `All of ${name}, page ${list.page.toLocaleString("en")}`}
        </Heading>
        <Kinds category={category} />
        {list.entries.length === 0 ? (
          <Empty>Nothing is on file here yet.</Empty>
        ) : (
          <ul className="grid gap-x-12 border-line border-t md:grid-cols-2">
            {list.entries.map((entry) => (
              <TechnologyRow key={entry.slug} entry={entry} within={name} />
            ))}
          </ul>
        )}
        <Pages
          page={list.page}
          pages={list.pages}
          addressOf={(to) => (to === 1 ? `/categories/${slug}` : `/categories/${slug}?page=${to}`)}
        >
          {list.page === MOST_PAGES && list.total.more && (
            <p>
              The pages end here, the list does not:{" "}
              <TextLink href={browsePath({ category: slug })}>choose a letter to go on</TextLink>.
            </p>
          )}
        </Pages>
      </section>
    </article>
  );
}

function OurPicks({ category }: { category: CategoryPage }) {
  const { slug, name, best, ranked } = category;
  return (
    <section aria-labelledby="picks">
      <Heading level={2} id="picks" className="mb-5">
        What we pick
      </Heading>
      {best.length === 0 ? (
        <p className="text-soft">
          Nothing is decided between any two here yet.{" "}
          <TextLink href="/compare">Compare two and see what there is.</TextLink>
        </p>
      ) : (
        <>
          <ol className="list-none border-line border-t">
            {best.map((entry) => (
              <Place level={3} key={entry.slug} entry={entry} showKind={category.kinds.length > 1} />
            ))}
          </ol>
          <p className="mt-5">
            <TextLink href={`/best/${slug}`}>
              {ranked > best.length
                ? `All ${ranked.toLocaleString("en")} places, and how we rank`
                : "How we rank them"}
            </TextLink>
            <span className="sr-only"> in {name}</span>
          </p>
        </>
      )}
    </section>
  );
}

function WrittenRow({ entry }: { entry: WrittenEntry }) {
  const { leftName, rightName, outcome, pick } = entry;
  return (
    <li className="relative border-line border-b py-4">
      <a
        href={pairPath(entry)}
        className="font-display font-semibold text-xl leading-snug after:absolute after:inset-0 hover:underline"
      >
        {leftName} <span className="font-normal text-soft">vs</span> {rightName}
      </a>
      <p className="mt-0.5 text-soft">
        <OutcomeWords outcome={outcome} {...(pick && { pick })} />
      </p>
    </li>
  );
}

/** How many of each kind there are, each with the way to its list. */
function Kinds({ category }: { category: CategoryPage }) {
  const { slug, kinds, list } = category;
  if (kinds.length === 0) return null;
  return (
    <ul aria-label="By kind" className="flex flex-wrap gap-2">
      {kinds.map(({ kind, technologies }) => (
        <li key={kind}>
          <a
            href={browsePath({ category: slug, kind })}
            className="inline-flex min-h-9 items-center rounded-full border border-line bg-raised px-3.5 py-1 text-ui text-soft hover:border-ice-line hover:text-ink"
          >
            {countWords(technologies)} {kindWords(kind, technologies.count)}
          </a>
        </li>
      ))}
      {kinds.length > 1 && <li className="self-center px-1 text-soft">{countWords(list.total)} in all</li>}
    </ul>
  );
}
