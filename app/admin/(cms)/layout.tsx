import type { Metadata } from "next";
import type { ReactNode } from "react";
import { AdminFrame } from "@/components/admin/admin-frame";
import { EditorHint } from "@/components/auth/editor-hint";
import { ToastProvider } from "@/components/ui/toast";
import { requireActor } from "@/lib/auth/actor";
import { can, type Permission } from "@/lib/auth/permissions";

export const metadata: Metadata = { robots: { index: false, follow: false } };

const ENTRIES: { href: string; label: string; permission: Permission }[] = [
  { href: "/admin/comparisons", label: "Comparisons", permission: "admin.enter" },
  { href: "/admin/technologies", label: "Technologies", permission: "admin.enter" },
  { href: "/admin/categories", label: "Categories", permission: "admin.enter" },
  { href: "/admin/users", label: "Users", permission: "users.manage" },
  { href: "/admin/audit", label: "Audit", permission: "audit.read" },
  { href: "/admin/settings", label: "Settings", permission: "settings.read" },
];

export default async function CmsLayout({ children }: { children: ReactNode }) {
  const { name, role } = await requireActor("admin.enter");
  const entries = ENTRIES.filter(({ permission }) => can(role, permission));
  return (
    <AdminFrame entries={entries.map(({ href, label }) => ({ href, label }))} name={name} role={role}>
      <EditorHint />
      <ToastProvider>{children}</ToastProvider>
    </AdminFrame>
  );
}
