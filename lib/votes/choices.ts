/** What a reader can say of a verdict; "none" takes back what they said before. */
export const VOTE_CHOICES = ["agree", "disagree", "none"] as const;

export type VoteChoice = (typeof VOTE_CHOICES)[number];

/** Instead of a slug, where the verdict picks neither side. */
export const NO_PICK = "none";

export type Tally = { agrees: number; disagrees: number };

/** What came of a vote. `pair` is the segment of its page's address. */
export type Voted = Tally & { pair: string; choice: VoteChoice };
