"use client";

import { useEffect } from "react";
import { editorHintText } from "@/lib/auth/editor-hint";

/** Tells public pages, which are the same for everybody, that an editor uses this browser. */
export function EditorHint() {
  useEffect(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: it is for other pages' scripts, and says nothing to the server
    document.cookie = editorHintText();
  }, []);
  return null;
}
