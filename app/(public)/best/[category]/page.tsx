import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { KIND_NAMES } from "@/components/browse/kind-names";
import { KindLeaders } from "@/components/ranking/kind-leaders";
import { RankingView, rankingTitle } from "@/components/ranking/ranking-view";
import { UnknownKind } from "@/components/ranking/unknown-kind";
import { JsonLd } from "@/components/seo/json-ld";
import { listLeaders } from "@/lib/rankings/leader-queries";
import { findRanking } from "@/lib/rankings/ranking-queries";
import { isKind, rankingPath } from "@/lib/rankings/resolve";
import type { Leader } from "@/lib/rankings/types";
import { picturePath } from "@/lib/seo/addresses";
import { listGraph } from "@/lib/seo/graph/list";
import { rankingGraph, rankingMetadata } from "@/lib/seo/lists";
import { pageMetadata, stopgapMetadata } from "@/lib/seo/page-metadata";
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
  if (unknown !== undefined) return stopgapMetadata("No such ranking");
  if (ranking) return rankingMetadata(ranking, rankingTitle(ranking));
  if (!isKind(slug)) notFound();
  return pageMetadata(kindPage(slug));
}

export default async function RankingPage(props: Props) {
  const { slug, ranking, unknown } = await load(props);
  if (ranking) {
    if (unknown !== undefined) return <UnknownKind asked={unknown} ranking={ranking} />;
    return (
      <>
        <JsonLd graph={rankingGraph(ranking, rankingTitle(ranking))} />
        <RankingView ranking={ranking} />
      </>
    );
  }
  if (!isKind(slug)) notFound();
  const leaders = await listLeaders(slug);
  return (
    <>
      <JsonLd graph={kindGraph(slug, leaders)} />
      <KindLeaders kind={slug} leaders={leaders} />
    </>
  );
}

function kindPage(kind: Kind) {
  return {
    title: `The best ${KIND_NAMES[kind].many}`,
    description: `Which ${kind} leads each category, by the head-to-heads among its own kind.`,
    path: rankingPath(kind),
    picture: { path: picturePath(rankingPath(kind)), alt: `The best ${KIND_NAMES[kind].many}.` },
  };
}

function kindGraph(kind: Kind, leaders: Leader[]) {
  const { title, ...page } = kindPage(kind);
  const entries = leaders.map(({ category: { slug, name } }) => ({ name, path: rankingPath(slug, kind) }));
  return listGraph({ ...page, name: title, entries, above: [{ name: "Rankings", path: "/best" }] });
}
