// What the pictures of pages are given to show. Every text in here is one that the typeface has.

export type PictureSide = { name: string; epithet?: string; picked: boolean };

export type ComparisonPicture = {
  sides: [PictureSide, PictureSide];
  /** That of both sides. */
  category?: string;
  /** What the page says at its end: how it came out, and in what words. */
  heading: string;
  text?: string;
};

export type TechnologyPicture = {
  name: string;
  kind: string;
  category: string;
  /** The editors' rating, as its tag says it. */
  ring?: string;
  text?: string;
  /** The path of its mark, in a box of 24 by 24. */
  logo?: string;
};

export type ListPicture = {
  heading: string;
  text?: string;
  /** The first few, in the order of the page. */
  names: string[];
  /** Whether that order is a ranking: then they are numbered, and the first is lit. */
  ranked: boolean;
};
