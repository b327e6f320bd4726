"use client";

import { postAuth } from "@/components/auth/post-auth";
import { Menu, MenuItem, MenuLink, MenuSeparator } from "@/components/ui/menu";

/** Who is signed in, and the way out. */
export function AccountMenu({ name, role }: { name: string; role: string }) {
  const signOut = async () => {
    const { ok } = await postAuth("signout", { callbackUrl: "/admin/sign-in" });
    // Where it did not work, the page says so by still being there, signed in.
    if (ok) location.assign("/admin/sign-in");
    else location.reload();
  };
  return (
    <Menu label={`Account of ${name}`} trigger={<span className="max-w-40 truncate">{name}</span>}>
      <p className="px-3.5 py-1.5 text-soft text-sm">
        Signed in as {name}, {role}
      </p>
      <MenuSeparator />
      <MenuLink href="/admin/profile">Your profile</MenuLink>
      <MenuLink href="/admin/design">Design system</MenuLink>
      <MenuItem onPress={() => void signOut()}>Sign out</MenuItem>
    </Menu>
  );
}
