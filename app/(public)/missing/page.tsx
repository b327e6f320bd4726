import type { Metadata } from "next";
import { Picker } from "@/components/comparison/picker";
import { MessagePage } from "@/components/layout/message-page";
import { NothingHere } from "@/components/layout/nothing-here";
import { TextLink } from "@/components/ui/text-link";
import { findPairSides } from "@/lib/comparisons/queries";
import { parsePair, readSlug } from "@/lib/pair/pair";
import { stopgapMetadata } from "@/lib/seo/page-metadata";
import { listSuggestions } from "@/lib/technologies/queries";
import { slugAsWords } from "@/lib/verdict/words";

export const dynamic = "force-dynamic";

export const metadata: Metadata = stopgapMetadata("Not found");

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Shown by proxy.ts, with the status 404, in place of an address that leads nowhere. */
export default async function MissingPage({ searchParams }: Props) {
  const { address } = await searchParams;
  const [, root, segment = ""] = (typeof address === "string" ? address : "").split("/");
  if (root === "preview") return <PreviewEnded />;
  if (root === "feedback") return <NoMessage />;
  const pair = root === "compare" ? parsePair(segment) : null;
  if (pair) return <MissingPair left={pair.left} right={pair.right} />;
  if (root === "categories" || root === "best") return <MissingCategory segment={segment} root={root} />;
  const slug = readSlug(segment);
  return slug ? <MissingTechnology slug={slug} /> : <NothingHere />;
}

function PreviewEnded() {
  return (
    <MessagePage title="This preview link has ended">
      <p>
        Preview links work for a while, and whoever gives one out may end it sooner. Ask them for a new one.
      </p>
      <p>
        <TextLink href="/compare">Compare two technologies</TextLink> or see{" "}
        <TextLink href="/technologies">all of them</TextLink>.
      </p>
    </MessagePage>
  );
}

function NoMessage() {
  return (
    <MessagePage title="There is no message behind this link">
      <p>
        The whole address is needed, to its last character. If a mail brought you here, copy it from there.
      </p>
      <p>
        <TextLink href="/feedback">Write to our editors</TextLink>
      </p>
    </MessagePage>
  );
}

async function MissingPair({ left, right }: { left: string; right: string }) {
  const found = await findPairSides({ left, right });
  const unknown = [found.left ? null : left, found.right ? null : right].filter((slug) => slug !== null);
  const known = found.left ?? found.right;
  const names = unknown.map((slug) => `“${slugAsWords(slug)}”`).join(" nor ");
  return (
    <MessagePage title="No such comparison yet">
      <p>
        We have {unknown.length === 2 ? "neither " : "nothing called "}
        {names} on file.{" "}
        {known && (
          <>
            <TextLink href={`/technologies/${known.slug}`}>{known.name}</TextLink> we know. Compare it with
            something else:
          </>
        )}
      </p>
      <Picker
        left={{ value: found.left?.name ?? "" }}
        right={{ value: found.right?.name ?? "" }}
        action="Compare"
      />
      {unknown.map((slug) => (
        <Suggestions key={slug} slug={slug} />
      ))}
    </MessagePage>
  );
}

function MissingCategory({ segment, root }: { segment: string; root: "categories" | "best" }) {
  const slug = readSlug(segment);
  return (
    <MessagePage title="No such category">
      {slug && <p>We have no category called “{slugAsWords(slug)}”.</p>}
      <p>
        {root === "categories" ? (
          <TextLink href="/categories">See the categories there are</TextLink>
        ) : (
          <TextLink href="/best">See the rankings there are</TextLink>
        )}
        , or <TextLink href="/technologies">every technology on file</TextLink>.
      </p>
    </MessagePage>
  );
}

function MissingTechnology({ slug }: { slug: string }) {
  return (
    <MessagePage title="Not on file">
      <p>We have nothing called “{slugAsWords(slug)}”.</p>
      <Suggestions slug={slug} />
      <p>
        <TextLink href="/technologies">See every technology we have.</TextLink>
      </p>
    </MessagePage>
  );
}

async function Suggestions({ slug }: { slug: string }) {
  const suggestions = await listSuggestions(slug.replaceAll("-", " "), 4);
  if (suggestions.length === 0) return null;
  return (
    <div>
      <p>Instead of “{slugAsWords(slug)}”, did you mean:</p>
      <ul className="mt-2 space-y-1">
        {suggestions.map(({ slug: other, name, hint }) => (
          <li key={other}>
            <TextLink href={`/technologies/${other}`}>{name}</TextLink>{" "}
            <span className="text-soft text-sm">{hint}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
