// The design's tokens as they stand in app/globals.css; a test keeps the two alike.

export const COLOURS: { name: string; use: string }[] = [
  { name: "paper", use: "The page" },
  { name: "raised", use: "Cards, fields" },
  { name: "ink", use: "What is read" },
  { name: "soft", use: "What stands beside it" },
  { name: "line", use: "Rules, quiet borders" },
  { name: "ice", use: "Links, the pick, the focus" },
  { name: "ice-line", use: "Borders of what is lit" },
  { name: "ice-wash", use: "What is lit, faintly" },
  { name: "ice-deep", use: "What is lit, selections" },
  { name: "mark", use: "The mark, never words" },
  { name: "good", use: "Pros" },
  { name: "bad", use: "Cons, errors" },
];

/** Text sizes by their part on a page. Those of the display face are for headings. */
export const TEXTS: { name: string; className: string; display: boolean; use: string }[] = [
  { name: "display", className: "text-display", display: true, use: "The home page's question" },
  { name: "title", className: "text-title", display: true, use: "A page's title, a pick" },
  { name: "heading", className: "text-heading", display: true, use: "A part of a page" },
  { name: "subheading", className: "text-subheading", display: true, use: "A part's part, a card" },
  { name: "lede", className: "text-lede", display: false, use: "What opens a page" },
  { name: "body", className: "text-body", display: false, use: "Running text" },
  { name: "ui", className: "text-ui", display: false, use: "Navigation, controls" },
  { name: "small", className: "text-small", display: false, use: "Facts, notes" },
];

export const SPACES: { name: string; className: string; use: string }[] = [
  { name: "part", className: "w-part", use: "Between the parts of a page" },
];

export const RADII: { name: string; className: string }[] = [
  { name: "control", className: "rounded-control" },
  { name: "card", className: "rounded-card" },
];

export const SHADOWS: { name: string; className: string }[] = [
  { name: "card", className: "shadow-card" },
  { name: "float", className: "shadow-float" },
];

export const MEASURES: { name: string; className: string }[] = [
  { name: "measure", className: "max-w-measure" },
];
