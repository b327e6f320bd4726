import type { FeedbackState, Suspicion } from "@/lib/feedback/states";
import type { About, FeedbackMail } from "@/lib/feedback/types";

/** How editors call the states; each is a tab of the inbox. */
export const STATE_WORDS: Record<FeedbackState, string> = {
  new: "New",
  open: "Open",
  answered: "Answered",
  accepted: "Accepted",
  declined: "Declined",
  spam: "Spam",
};

export const SUSPICION_WORDS: Record<Suspicion, string> = {
  honeypot: "filled in the trap",
  links: "many links",
  repeated: "said before",
  flood: "one of a flood",
  blocked: "blocked sender",
};

export const MAIL_STATE_WORDS: Record<FeedbackMail["state"], string> = {
  queued: "Waiting",
  sent: "Sent",
  failed: "Failed",
  unsent: "Not sent",
};

export const MAIL_KIND_WORDS: Record<FeedbackMail["kind"], string> = {
  feedback: "Message to the editors",
  digest: "Digest to the editors",
  acknowledgement: "Acknowledgement",
  reply: "Reply",
  outcome: "Outcome",
  test: "Test mail",
};

export function aboutText(about: About): string {
  return about ? `${about.left.name} vs ${about.right.name}` : "The site as a whole";
}

/** "Would pick MySQL"; null is neither, and means nothing for the site as a whole. */
export function pickText(about: About, wouldPick: string | null): string | null {
  if (wouldPick) return `Would pick ${wouldPick}`;
  return about ? "Would pick neither" : null;
}
