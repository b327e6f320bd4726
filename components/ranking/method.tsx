import { Heading } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/text-link";
import type { RankingPage } from "@/lib/rankings/types";

/** How places come about, in the words of lib/verdict/standings.ts and lib/verdict/decide.ts. */
export function Method({ ranking }: { ranking: RankingPage }) {
  const { contenders, isEverybody } = ranking;
  return (
    <section aria-labelledby="method" className="rounded-card border border-line bg-raised p-6 md:p-8">
      <Heading level={2} id="method" className="mb-4">
        How we rank
      </Heading>
      <div className="max-w-[66ch] space-y-3 leading-relaxed">
        <p>
          Everybody meets everybody who does the same job. Where our editors have written the comparison,
          their pick stands. Elsewhere the better of our ratings (Adopt, Trial, Assess, Hold) is picked, and
          between equal ratings what is clearly used more, where the figures can be compared at all. Otherwise
          it is too close to call.
        </p>
        <p>
          A place is how often something is picked, less how often another is picked over it. Whoever has as
          much shares the place. Nobody can pay for one.
        </p>
        {!isEverybody && (
          <p>
            The {contenders.toLocaleString("en")} best rated meet here, the more used first; there are more on
            file.
          </p>
        )}
        <p>
          <TextLink href="/methodology">Our method in full</TextLink>
        </p>
      </div>
    </section>
  );
}
