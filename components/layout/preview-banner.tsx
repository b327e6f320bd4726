import { DateText } from "@/components/ui/date";

/** Says over a page behind a preview link what it is, and until when it can be read. */
export function PreviewBanner({ expiresAt, isDraft }: { expiresAt: string; isDraft: boolean }) {
  return (
    <header className="border-ice-line border-b bg-ice-wash">
      <p className="mx-auto max-w-6xl px-5 py-2 text-sm md:px-8">
        <strong className="font-semibold text-ice">{isDraft ? "Draft preview" : "Preview"}</strong>, valid
        until <DateText iso={expiresAt} />, {isDraft ? "not published" : "as it is published"}
      </p>
    </header>
  );
}
