// The one table of who may do what. Everything that is not in it is refused.

export const ROLES = ["author", "editor", "owner"] as const;

export type Role = (typeof ROLES)[number];

const EVERYONE = ROLES;
const EDITORS = ["editor", "owner"] as const;
const OWNERS = ["owner"] as const;

const ALLOWED = {
  /** To be in the admin at all. */
  "admin.enter": EVERYONE,
  /** One's own byline, password, address and sessions. */
  "profile.write": EVERYONE,
  /** To begin drafts and go on with those one has begun. */
  "drafts.write": EVERYONE,
  /** To go on with anybody's draft. */
  "drafts.writeAny": EDITORS,
  /** To put drafts on the site, and to take items off it. */
  "items.publish": EDITORS,
  "history.read": EVERYONE,
  "audit.read": EDITORS,
  /** Readers' messages, which hold what they said of themselves: to read, answer and close them. */
  "feedback.work": EDITORS,
  /** What readers asked for that is not on file. */
  "wanted.work": EDITORS,
  /** Mails that wait or failed, to look at and to send again. */
  "mail.manage": EDITORS,
  "users.manage": OWNERS,
  "settings.read": OWNERS,
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof ALLOWED;

export function can(role: Role, permission: Permission): boolean {
  return (ALLOWED[permission] as readonly Role[]).includes(role);
}

/** Authors write in the drafts they began; editors and owners in all. */
export function canWriteDraft(
  actor: { id: string; role: Role },
  draft: { authorId: string } | null,
): boolean {
  if (can(actor.role, "drafts.writeAny")) return true;
  return can(actor.role, "drafts.write") && (draft === null || draft.authorId === actor.id);
}

/** The pages of the admin that anybody may see, signed in or not. */
const OPEN_PAGES = new Set(["sign-in", "set-up", "invite", "reset", "forgot", "forbidden"]);

/** The parts of the admin, by the first segment below /admin, that need more than being let in. */
const PART_PERMISSIONS: Record<string, Permission> = {
  users: "users.manage",
  settings: "settings.read",
  audit: "audit.read",
  feedback: "feedback.work",
  wanted: "wanted.work",
  outbox: "mail.manage",
};

/** What a page below /admin asks of whoever sees it; null for what is open to all. `segments` come after "admin". */
export function permissionOf(segments: string[]): Permission | null {
  const [part = "", ...rest] = segments;
  if (OPEN_PAGES.has(part) && rest.length === 0) return null;
  return Object.hasOwn(PART_PERMISSIONS, part) ? (PART_PERMISSIONS[part] ?? "admin.enter") : "admin.enter";
}
