"use client";

import { useEffect, useState } from "react";
import { EDITOR_HINT } from "@/lib/auth/editor-hint";

const HINT = `${EDITOR_HINT.name}=${EDITOR_HINT.value}`;

/**
 * "Edit this page", for whoever is signed in. It comes with the script alone, by a cookie that says nothing but that
 * somebody is: the page itself is the same for everybody, and may be kept.
 */
export function EditLink() {
  const [path, setPath] = useState<string | null>(null);
  useEffect(() => {
    if (document.cookie.split("; ").includes(HINT)) setPath(location.pathname);
  }, []);
  if (path === null) return null;
  return (
    <a
      href={`/admin/edit?path=${encodeURIComponent(path)}`}
      className="fixed right-4 bottom-4 z-10 rounded-full border border-ice-line bg-raised px-4 py-2 font-semibold text-ice text-sm shadow-lg hover:bg-ice-wash print:hidden"
    >
      Edit this page
    </a>
  );
}
