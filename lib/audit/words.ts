// What the audit log's actions mean, in words. An action is named "what.deed"; the item it was done to follows.

const PHRASES: Record<string, string> = {
  "draft.begin": "began a draft of",
  "draft.discard": "discarded the draft of",
  "draft.undo-discard": "brought back the draft of",
  "draft.restore": "took an earlier version as the draft of",
  "draft.undo-restore": "took back that restore of",
  "technology.publish": "published",
  "comparison.publish": "published",
  "category.publish": "published",
  "technology.unpublish": "unpublished",
  "comparison.unpublish": "unpublished",
  "category.unpublish": "unpublished",
  "preview.create": "made a preview link to",
  "preview.revoke": "revoked a preview link to",
  "catalogue.import": "imported a catalogue",
  "feedback.accept": "accepted",
  "feedback.decline": "declined",
  "feedback.block": "blocked the sender of",
  "feedback.unblock": "unblocked the sender of",
  "feedback.erase": "erased",
  "feedback.export": "exported",
  "wanted.dismiss": "dismissed the wish for",
  "mail.resend": "had sent again",
  "mail.resend-failed": "had sent again",
  "mail.test": "sent a test mail to",
  "user.create": "created the account of",
  "user.reset": "made a reset link for",
  "user.invite": "invited",
  "user.invite-again": "invited again",
  "user.reset-link": "made a reset link for",
  "user.change-role": "changed the role of",
  "user.disable": "disabled the account of",
  "user.enable": "enabled the account of",
  "user.end-sessions": "ended the sessions of",
  "user.remove": "removed the invitation of",
  "profile.byline": "changed the byline of",
  "profile.password": "changed the password of",
  "profile.address": "changed the address of",
  "profile.end-session": "ended a session of",
  "profile.end-sessions": "ended the sessions of",
  "account.accept-invite": "accepted the invitation of",
  "account.reset": "set a new password for",
  "account.forgot": "sent a link to",
};

/** "invited"; for an action without words of its own, its name read aloud. */
export function actionPhrase(action: string): string {
  return PHRASES[action] ?? action.replaceAll(/[.-]/g, " ");
}

/** Kinds of actions by which the log is filtered, and how the names of their actions begin. */
export const ACTION_KINDS = {
  publishing: ["technology.", "comparison.", "category."],
  drafts: ["draft."],
  previews: ["preview."],
  accounts: ["user.", "account.", "profile."],
  feedback: ["feedback.", "mail.", "wanted."],
  imports: ["catalogue."],
} as const satisfies Record<string, readonly string[]>;

export type ActionKind = keyof typeof ACTION_KINDS;
