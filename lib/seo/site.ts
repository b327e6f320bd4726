// What the site is called, and what it says of itself where it is mentioned elsewhere.

export const SITE_NAME = "Nice Pick";

export const SITE_TITLE = "Nice Pick: one clear pick for every X or Y";

export const SITE_DESCRIPTION =
  "Ask X or Y and get one page: a clear pick, the case for each side, and when to choose which.";
