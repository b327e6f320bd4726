import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { KIND_NAMES } from "@/components/browse/kind-names";
import { KindLeaders } from "@/components/ranking/kind-leaders";
import { RankingView, rankingTitle } from "@/components/ranking/ranking-view";
import { UnknownKind } from "@/components/ranking/unknown-kind";
import { listLeaders } from "@/lib/rankings/leader-queries";
import { findRanking } from "@/lib/rankings/ranking-queries";
import { isKind, rankingPath } from "@/lib/rankings/resolve";
import { readBrowseQuery } from "@/lib/technologies/browse";
import type { Kind } from "@/lib/verdict/types";

export const dynamic = "force-dynamic";

type Props = {
  params: Promise<{ category: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const loadRanking = cache((slug: string, kind: Kind | undefined) => findRanking(slug, kind));

/** A live category wins over a kind of the same name; proxy.ts has sent on what is neither. */
async function load({ params, searchParams }: Props) {
  const [{ category: slug }, { kind: asked }] = await Promise.all([params, searchParams]);
  const { filters, unknown } = readBrowseQuery({ kind: asked });
  const ranking = await loadRanking(slug, filters.kind);
  return { slug, ranking, unknown: unknown[0]?.value };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { slug, ranking, unknown } = await load(props);
  if (ranking) {
    const { category, kind, places } = ranking;
    const [first] = places;
    return {
      title: rankingTitle(ranking),
      description: first
        ? `${first.tied ? "Shared first place" : "First place"}: ${first.name}. ${first.reason}`
        : `Nothing is ranked in ${category.name} yet.`,
      alternates: { canonical: rankingPath(category.slug, kind) },
      ...(unknown !== undefined && { robots: { index: false } }),
    };
  }
  if (!isKind(slug)) notFound();
  return {
    title: `The best ${KIND_NAMES[slug].many}, category by category`,
    description: `Which ${slug} leads each category, by the head-to-heads among its own kind.`,
    alternates: { canonical: rankingPath(slug) },
  };
}

export default async function RankingPage(props: Props) {
  const { slug, ranking, unknown } = await load(props);
  if (ranking) {
    return unknown === undefined ? (
      <RankingView ranking={ranking} />
    ) : (
      <UnknownKind asked={unknown} ranking={ranking} />
    );
  }
  if (!isKind(slug)) notFound();
  return <KindLeaders kind={slug} leaders={await listLeaders(slug)} />;
}
