import type { ReactNode } from "react";
import { DateText } from "@/components/ui/date";
import { TextLink } from "@/components/ui/text-link";
import type { TechnologyPage } from "@/lib/technologies/types";

/** What can be looked up about a technology; a fact that is not on file has no row. */
export function TechnologyFacts({ technology }: { technology: TechnologyPage }) {
  const { aliases, license, firstReleased, popularity, links, resources } = technology;
  const isEmpty = [aliases, links, resources].every(({ length }) => length === 0);
  if (isEmpty && !license && !firstReleased && !popularity) return null;
  return (
    <aside aria-label="Facts" className="self-start rounded-card border border-line bg-raised p-6">
      <dl className="space-y-4">
        {aliases.length > 0 && <Fact term="Also known as">{aliases.join(", ")}</Fact>}
        {license && <Fact term="License">{license}</Fact>}
        {firstReleased && <Fact term="First released">{firstReleased}</Fact>}
        {popularity && (
          <Fact term="Popularity">
            {popularity.value.toLocaleString("en")} {popularity.unit} (
            <TextLink href={popularity.source.url}>{popularity.source.title}</TextLink>,{" "}
            <DateText iso={popularity.asOf} precision="month" />)
          </Fact>
        )}
        {links.length > 0 && (
          <Fact term="Links">
            <Links entries={links.map(({ label, url }) => ({ title: label, url }))} />
          </Fact>
        )}
        {resources.length > 0 && (
          <Fact term="Where to learn it">
            <Links entries={resources} />
          </Fact>
        )}
      </dl>
    </aside>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-soft text-sm">{term}</dt>
      <dd className="mt-0.5">{children}</dd>
    </div>
  );
}

function Links({ entries }: { entries: { title: string; url: string }[] }) {
  return (
    <ul className="space-y-1">
      {entries.map(({ title, url }, index) => (
        <li key={index}>
          <TextLink href={url}>{title}</TextLink>
        </li>
      ))}
    </ul>
  );
}
