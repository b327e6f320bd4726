import type { Graph } from "schema-dts";
import { jsonLdText } from "@/lib/seo/graph/text";

/** What the page says of itself to machines. It is data: no browser runs it. */
export function JsonLd({ graph }: { graph: Graph }) {
  // As an element's text it would be escaped for HTML, which a script is not read as.
  // biome-ignore lint/security/noDangerouslySetInnerHtml: jsonLdText leaves nothing that ends the script
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonLdText(graph) }} />;
}
