import type { Ring } from "../verdict/types";

// What the pictures of pages are given to show. Every text in here is one that the typeface has.

export type PictureSide = { name: string; epithet?: string; picked: boolean };

export type ComparisonPicture = {
  sides: [PictureSide, PictureSide];
  /** That of both sides. */
  category?: string;
  /** How it came out, and in what words of the page. */
  heading: string;
  text?: string;
};

export type TechnologyPicture = {
  name: string;
  kind: string;
  category: string;
  ring?: Ring;
  text?: string;
  /** The path of its mark, in a box of 24 by 24. */
  logo?: string;
};

export type ListPicture = {
  heading: string;
  text?: string;
  /** The first few, in the order of the page; of a ranking with their places. `picked`: leads alone. */
  rows: { name: string; place?: number; picked?: boolean }[];
};
