import type { Metadata } from "next";
import type { ReactNode } from "react";
import { AdminFrame } from "@/components/admin/admin-frame";
import { EditorHint } from "@/components/auth/editor-hint";
import { ToastProvider } from "@/components/ui/toast";
import { requireActor } from "@/lib/auth/actor";
import { can, type Permission } from "@/lib/auth/permissions";
import { INBOX_PATH } from "@/lib/feedback/inbox-address";
import { countNew } from "@/lib/feedback/inbox-queries";
import { OUTBOX_PATH } from "@/lib/mail/outbox-address";

export const metadata: Metadata = { robots: { index: false, follow: false } };

const ENTRIES: { href: string; label: string; permission: Permission }[] = [
  { href: "/admin/comparisons", label: "Comparisons", permission: "admin.enter" },
  { href: "/admin/technologies", label: "Technologies", permission: "admin.enter" },
  { href: "/admin/categories", label: "Categories", permission: "admin.enter" },
  { href: INBOX_PATH, label: "Feedback", permission: "feedback.work" },
  { href: "/admin/wanted", label: "Wanted", permission: "wanted.work" },
  { href: OUTBOX_PATH, label: "Outbox", permission: "mail.manage" },
  { href: "/admin/users", label: "Users", permission: "users.manage" },
  { href: "/admin/audit", label: "Audit", permission: "audit.read" },
  { href: "/admin/settings", label: "Settings", permission: "settings.read" },
];

export default async function CmsLayout({ children }: { children: ReactNode }) {
  const { name, role } = await requireActor("admin.enter");
  const unread = can(role, "feedback.work") ? await countNew() : 0;
  const entries = ENTRIES.filter(({ permission }) => can(role, permission)).map(({ href, label }) => ({
    href,
    label,
    ...(href === INBOX_PATH && { unread }),
  }));
  return (
    <AdminFrame entries={entries} name={name} role={role}>
      <EditorHint />
      <ToastProvider>{children}</ToastProvider>
    </AdminFrame>
  );
}
