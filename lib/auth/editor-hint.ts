// A cookie by which public pages, the same for everybody, know to show an editor the way in. It opens nothing.

export const EDITOR_HINT = { name: "nicepick-editor", value: "1", maxAgeSeconds: 12 * 60 * 60 };

/** For `document.cookie`. */
export function editorHintText(): string {
  const { name, value, maxAgeSeconds } = EDITOR_HINT;
  return `${name}=${value}; path=/; max-age=${maxAgeSeconds}; samesite=lax`;
}
