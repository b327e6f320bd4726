import type { ReactNode } from "react";
import { EditorHint } from "@/components/auth/editor-hint";
import { SignOutButton } from "@/components/auth/sign-out-button";
import { MainArea } from "@/components/layout/main-area";
import { requireActor } from "@/lib/auth/actor";

export default async function CmsLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor("admin.enter");
  return (
    <div className="flex min-h-dvh flex-col">
      <EditorHint />
      <header className="border-line border-b">
        <div className="mx-auto flex max-w-6xl items-center justify-between gap-4 px-5 py-3 md:px-8">
          <a href="/admin" className="font-bold font-display tracking-tight">
            Nice Pick
          </a>
          <p className="flex items-center gap-3 text-sm">
            {actor.name}
            <SignOutButton />
          </p>
        </div>
      </header>
      <MainArea>{children}</MainArea>
    </div>
  );
}
