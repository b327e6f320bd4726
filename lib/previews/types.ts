import type { ComparisonPage } from "../comparisons/types";
import type { TechnologyPage } from "../technologies/types";

/** A link that works. Dates are ISO; `createdBy` is a name. */
export type PreviewLinkView = {
  id: string;
  url: string;
  expiresAt: string;
  createdAt: string;
  createdBy: string;
};

/** What is read behind a link. `isDraft`: not what is on the site. */
export type Preview = { expiresAt: string; isDraft: boolean } & (
  | { type: "technology"; page: TechnologyPage }
  | { type: "comparison"; page: ComparisonPage }
);
