import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { ButtonLink } from "@/components/ui/button";
import { CardItem, CardLink, cardClass } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { DateText } from "@/components/ui/date";
import { Empty } from "@/components/ui/empty";
import { Heading } from "@/components/ui/heading";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Markdown } from "@/components/ui/markdown";
import { MetaLine } from "@/components/ui/meta-line";
import { Notice } from "@/components/ui/notice";
import { PagesNav } from "@/components/ui/pages-nav";
import { PickMark, PickSign, PickTag } from "@/components/ui/pick-mark";
import { Pill } from "@/components/ui/pill";
import { SourceNote } from "@/components/ui/source-note";
import { TextLink } from "@/components/ui/text-link";
import { ControlsSheet } from "./controls-sheet";
import { Group } from "./tokens-sheet";

const HERE = "/admin/design";
const DAY = "2026-10-12T00:00:00.000Z";
const TEXT =
  "Running text with a [link](/admin/design), `code` and **weight**.\n\n- A list\n- of two\n\n> And what somebody said.";

/** Every primitive of components/ui, as the theme around it has it. `theme` names what must have a name of its own. */
export function PrimitivesSheet({ theme }: { theme: string }) {
  return (
    <>
      <Group title="The mark">
        <div className="flex flex-wrap items-center gap-5">
          {["size-4", "size-6", "size-10", "size-20"].map((size) => (
            <PickMark key={size} className={`${size} text-mark`} />
          ))}
          <span className="font-semibold text-ice">
            <PickSign /> Nice Pick
          </span>
          <PickTag />
        </div>
      </Group>
      <Group title="Headings, links, facts">
        <div className="space-y-4">
          <Breadcrumbs
            label={`Breadcrumbs, ${theme}`}
            steps={[{ name: "Home", href: "/" }, { name: "Databases", href: HERE }, { name: "X vs Y" }]}
          />
          <Heading level={3}>A heading of the third level</Heading>
          <p>
            Words with <TextLink href={HERE}>a link</TextLink> among them.
          </p>
          <MetaLine>
            Databases
            <DateText iso={DAY} precision="month" />5 min read
          </MetaLine>
          <SourceNote source={{ title: "A manual", url: "https://example.com" }} checkedAt={DAY} />
          <p className="flex flex-wrap gap-2">
            <Pill tone="lit">Lit</Pill>
            <Pill tone="outlined">Outlined</Pill>
            <Pill>Quiet</Pill>
            <Pill tone="open">Open</Pill>
          </p>
        </div>
      </Group>
      <Group title="Cards">
        <ul className="grid gap-4 sm:grid-cols-3">
          <CardItem className="p-5">
            <CardLink href={HERE}>A card that is a link</CardLink>
          </CardItem>
          <li className={`${cardClass("lit")} p-5`}>Lit: the pick</li>
          <li className={`${cardClass("open")} p-5`}>Open: nothing yet</li>
        </ul>
        <div className="mt-4">
          <Empty>Nothing here yet.</Empty>
        </div>
      </Group>
      <ControlsSheet />
      <Group title="Ways on">
        <div className="space-y-4">
          <LinkTabs
            label={`Views, ${theme}`}
            tabs={[
              { href: HERE, label: "Open", count: 12, open: true },
              { href: `${HERE}?`, label: "Closed", count: 3, open: false },
            ]}
          />
          <PagesNav
            label={`Pages, ${theme}`}
            page={2}
            pages={9}
            addressOf={(page) => `${HERE}?page=${page}`}
          />
          <p className="flex flex-wrap gap-3">
            <ButtonLink href={HERE}>A link as a button</ButtonLink>
            <CopyButton text={HERE} />
          </p>
        </div>
      </Group>
      <Group title="Said to the reader">
        <div className="space-y-3">
          <Notice title="Something to know">It may have more to it.</Notice>
          <Notice tone="good">That went well.</Notice>
          <Notice tone="bad">That went wrong.</Notice>
        </div>
      </Group>
      <Group title="Written by editors">
        <Markdown text={TEXT} />
      </Group>
    </>
  );
}
